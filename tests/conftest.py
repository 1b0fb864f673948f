"""What holds for all tests."""

from hypothesis import HealthCheck, settings

# A busy machine is no fault: no test says how long something may take.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
