"""Payments: how people in a market pay, what a merchant's set-up covers of it, and what it lacks."""

from frameworks.payments.fit import PaymentFit, fit_for, payment_fit
from frameworks.payments.methods import METHOD_CLASSES, PaymentError, methods_in, providers
from frameworks.payments.mix import Mix, mix_of
from frameworks.payments.set_up import SetUp, SetUpError

__all__ = [
    "METHOD_CLASSES", "Mix", "PaymentError", "PaymentFit", "SetUp", "SetUpError", "fit_for", "methods_in", "mix_of",
    "payment_fit", "providers",
]  # fmt: skip
