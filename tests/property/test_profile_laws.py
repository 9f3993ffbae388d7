"""Laws of donor profiles, over all projects."""

import datetime as dt

from hypothesis import given, strategies as st

from aidmodel import Project, check
from aidmodel.rules.profiles import PROFILES, DonorProfile
from aidmodel.testing.strategies import projects


@given(projects(), st.dates(), st.sampled_from([*PROFILES.values()]))
def test_every_profile_judges_every_project(project: Project, as_of: dt.date, profile: DonorProfile) -> None:
    """It never raises, says the same again, names places that are there, and leaves all else as it was."""
    report = check(project, as_of=as_of, profile=profile)
    own = [issue for issue in report if issue.code.startswith("profile.")]

    assert report == check(project, as_of=as_of, profile=profile.name)
    assert list(check(project, as_of=as_of)) == [issue for issue in report if issue not in own]
    assert own == list(check(project, as_of=as_of, profile=profile, rules=[]))
    for issue in own:
        project.at(issue.path)
        assert profile.name in issue.message
