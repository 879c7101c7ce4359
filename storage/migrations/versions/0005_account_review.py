"""What the weekly account review needs: target lists, people at an account, signals, and the digest's replies."""

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What the weekly account review needs."""


def downgrade() -> None:
    """As before."""
