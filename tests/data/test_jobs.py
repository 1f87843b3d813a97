import threading

import pytest

from data.jobs import DONE, FAILED, RUNNING, STOPPED, WAITING, Jobs
from frameworks.labels import Sentence


def test_work_tells_how_far_it_is_and_returns_its_result():
    def work(progress, cancelled):
        for done in range(1, 4):
            progress(done, 3)
        return "result"

    jobs = Jobs()
    job = jobs.start("count", work, about="de")
    assert job.wait(5) and jobs.state("count") is job
    assert (job.state, job.share, job.result, job.about) == (DONE, 1.0, "result", "de")
    assert job.seconds >= 0 and not job.running


def test_one_of_a_name_runs_at_a_time_and_stops_when_asked():
    begun, starts = threading.Event(), []

    def work(progress, cancelled):
        starts.append(1)
        progress(1, 10)
        begun.set()
        while not cancelled():
            threading.Event().wait(0.01)

    jobs = Jobs()
    job = jobs.start("slow", work)
    assert begun.wait(5) and jobs.start("slow", work) is job and job.state == RUNNING
    jobs.cancel("slow")
    assert job.wait(5) and job.state == STOPPED and starts == [1] and job.share == 0.1
    jobs.put_away("slow")
    assert jobs.state("slow") is None


def test_work_that_ends_before_it_hears_the_stop_is_done():
    jobs = Jobs()

    def work(progress, cancelled):
        jobs.cancel("quick")
        progress(3, 3)

    job = jobs.start("quick", work)
    assert job.wait(5) and job.state == DONE


@pytest.mark.parametrize(("error", "told"), [(Sentence("The {thing} is full.", thing="disk"), "The disk is full."),
                                             (KeyError("inside"), "Something went wrong")])  # fmt: skip
def test_what_goes_wrong_is_kept_as_a_sentence(error, told):
    def work(progress, cancelled):
        raise error

    job = Jobs().start("bad", work)
    assert job.wait(5) and job.state == FAILED and str(job.error).startswith(told)


def test_nothing_happens_to_work_that_is_not_there():
    jobs = Jobs()
    jobs.cancel("none")
    jobs.put_away("none")
    assert jobs.state("none") is None


def test_work_can_begin_a_little_later():
    job = Jobs().start("later", Jobs.after(0.05, lambda: "done"))
    assert job.running and job.wait(5) and (job.state, job.result) == (DONE, "done") and job.seconds >= 0.05


def test_work_of_a_line_is_done_in_turn_and_what_waits_can_be_called_off():
    go, done, jobs = threading.Event(), [], Jobs()

    def work(number):
        def one(progress, cancelled):
            go.wait(5)
            done.append(number)

        return one

    line = [jobs.start(str(number), work(number), line="files") for number in range(4)]
    beside = jobs.start("beside", lambda progress, cancelled: "beside")
    assert beside.wait(5) and [job.running for job in line] == [True] * 4 and line[1].state == WAITING
    jobs.cancel("2")
    assert line[2].wait(0) and line[2].state == STOPPED and jobs.start("1", work(9), line="files") is line[1]
    go.set()
    assert all(job.wait(5) for job in line) and done == [0, 1, 3]
    assert jobs.start("4", work(4), line="files").wait(5) and done[-1] == 4  # a line that was empty begins anew


def test_what_is_said_of_work_while_it_runs_and_when_it_is_stopped():
    told, go = threading.Event(), threading.Event()

    def work(progress, cancelled):
        progress(0.5, 1.0, Sentence("Half of it"))
        told.set()
        go.wait(5)
        if cancelled():
            raise Sentence("Nothing was kept.")

    jobs = Jobs()
    job = jobs.start("said", work)
    assert told.wait(5) and job.share == 0.5 and str(job.saying) == "Half of it"
    jobs.cancel("said")
    assert job.stopping
    go.set()
    assert job.wait(5) and job.state == STOPPED and str(job.error) == "Nothing was kept."
