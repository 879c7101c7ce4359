"""What every folder of tests may ask for; databases and the closing report are plugins beside this file."""

import gc
import os
from pathlib import Path

import pytest
import structlog
from hypothesis import HealthCheck, Phase, settings

pytest_plugins = [
    "tests.databases",
    "tests.lazo_process",
    "tests.once_a_session",
    "tests.openai_server",
    "tests.order",
    "tests.patience",
    "tests.reporting",
    "tests.scoping",
    "tests.stories",
]

# No test asks a real model, whatever the machine it runs on is set up for.
for name in [each for each in os.environ if each.startswith(("OPENAI_", "LAZO_MIND"))]:
    del os.environ[name]

PROJECT = Path(__file__).resolve().parent.parent

# The default shows an error with every local variable of every frame: seconds of work within the request that failed.
structlog.configure(
    processors=[
        structlog.processors.add_log_level,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)

# No deadlines: two cores shared with PostgreSQL and Chromium make any single example slow now and then.
settings.register_profile("dev", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("dev"), max_examples=100, print_blob=True)
# Beside a mutant one counterexample is enough, as it comes, and the same in every run.
settings.register_profile(
    "trial", parent=settings.get_profile("ci"), phases=[Phase.explicit, Phase.generate], derandomize=True, database=None
)
settings.load_profile(os.environ.get("LAZO_HYPOTHESIS_PROFILE", "dev"))


def pytest_collection_finish() -> None:
    """What was loaded for the tests stays to their end: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def project_dir() -> Path:
    """The checkout."""
    return PROJECT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of schemas and real data kept outside the checkout; without it the test is skipped."""
    folder = Path(os.environ.get("LAZO_SHARED") or PROJECT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("needs the shared data folder: put it beside the checkout or name it in LAZO_SHARED")
    return folder
