from frameworks.weights import *  # noqa: F403  interim
