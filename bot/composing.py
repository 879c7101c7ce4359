"""Which slice composes which notices: all of them, for the release."""

from commands.digest import confirming, monday, topics
from commands.digest import notices as digest_notices
from commands.digest import thread as digest_thread
from commands.handoff import notices as handoff_notices
from commands.i18n import Texts
from commands.icp import notices as icp_notices
from commands.kept import notices as kept_notices
from commands.lead_quality import notices as lead_quality_notices
from commands.objection import answering_notices
from commands.objection import notices as objection_notices
from commands.progress import notices as progress_notices
from commands.targets import notices as target_notices
from commands.telling import Composers
from commands.win_loss import asking_notices
from commands.win_loss import notices as win_loss_notices


def all_composers(texts: Texts) -> Composers:
    """By kind of notice."""
    return {
        **objection_notices.composers(),
        **answering_notices.composers(),
        **digest_notices.composers(),
        **digest_thread.composers(texts),
        **confirming.composers(),
        **monday.composers(),
        **topics.composers(),
        **handoff_notices.composers(),
        **lead_quality_notices.composers(),
        **win_loss_notices.composers(),
        **asking_notices.composers(),
        **kept_notices.composers(),
        **target_notices.composers(),
        **icp_notices.composers(),
        **progress_notices.composers(),
    }
