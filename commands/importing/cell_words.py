"""The words that CRMs write into cells, in English and Spanish, as `domain.names.source_key` folds them."""

from typing import Final

from domain.taxonomy import DealOutcome, DealType

#: How a deal stands.
OUTCOMES: Final = {outcome.value: outcome for outcome in DealOutcome} | {
    word: outcome
    for outcome, words in {
        DealOutcome.OPEN: "opened in_progress abierto abierta en_curso",
        DealOutcome.WON: "closed_won closedwon win ganado ganada cerrado_ganado cerrada_ganada",
        DealOutcome.LOST_OTHER: "lost closed_lost closedlost perdido perdida cerrado_perdido cerrada_perdida",
        DealOutcome.CHURNED: "churn baja",
        DealOutcome.UNKNOWN: "desconocido desconocida",
    }.items()
    for word in words.split()
}

#: What kind of deal it is.
DEAL_TYPES: Final = {kind.value: kind for kind in DealType} | {
    word: kind
    for kind, words in {
        DealType.NEW: "new_business newbusiness nuevo nueva",
        DealType.RENEWAL: "renovacion",
        DealType.EXPANSION: "upsell cross_sell existing_business existingbusiness expansión ampliacion",
    }.items()
    for word in words.split()
}
