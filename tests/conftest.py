"""What all tests share: how hypothesis runs. ``--hypothesis-profile=deep`` looks much further."""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "house",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,  # a gate says the same of the same commit; elsewhere every run looks further
)
settings.register_profile("deep", settings.get_profile("house"), max_examples=2000)
settings.load_profile("house")
