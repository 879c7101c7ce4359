"""An objection as its columns: what was said, and the words by which it is found."""

import hashlib
from typing import Any

from commands.objection.parse import ObjectionFields
from domain.names import fold
from storage.search import index_text


def columns(fields: ObjectionFields, account_id: int | None, hint: str | None) -> dict[str, Any]:
    """What is stored of ``fields``; of the account its id, or as a hint the name that was typed."""
    return {
        "quote": fields.quote,
        "theme": fields.theme and str(fields.theme),
        "account_id": account_id,
        "account_hint": hint,
        "competitor": fields.competitor,
        "ask": fields.ask.value,
        "argument": fields.argument,
        "worked": fields.worked and fields.worked.value,
        "stage": fields.stage,
        "buying_role": fields.buying_role and fields.buying_role.value,
        "belief_source": fields.belief_source and fields.belief_source.value,
        "note": fields.note,
        "deal_id": fields.deal_id,
        "lead_id": fields.lead_id,
        "search_text": index_text(fields.account_name, fields.quote, fields.competitor, fields.argument, fields.note),
    }


def text_hash_of(fields: ObjectionFields) -> str:
    """What finds the same text again, said a moment ago."""
    text = f"{fold(fields.account_name or '')}\n{' '.join(fold(fields.quote).split())}"
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
