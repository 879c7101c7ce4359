"""Win/loss reviews and the requests for them, ratings of leads, and companies merged into one."""

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Win/loss reviews and the requests for them, ratings of leads, and companies merged into one."""
