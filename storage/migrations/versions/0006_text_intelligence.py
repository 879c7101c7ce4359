"""What text intelligence needs: calls and their cost, labels that people confirmed, narratives."""

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What text intelligence needs."""


def downgrade() -> None:
    """As before."""
