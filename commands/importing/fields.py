"""What a file of leads, deals or accounts may tell, and the headers under which CRMs tell it (English and Spanish)."""

from enum import StrEnum
from functools import lru_cache
from typing import Final

from domain.names import source_key
from domain.values import frozen
from storage.imports import RecordKind


class ValueKind(StrEnum):
    """How a cell is read."""

    KEY = "key"
    TEXT = "text"
    MOMENT = "moment"
    SOURCE = "source"
    INTEGER = "integer"
    EMAIL = "email"
    URL = "url"
    OUTCOME = "outcome"
    DEAL_TYPE = "deal_type"
    AMOUNT = "amount"
    CURRENCY = "currency"
    ACCOUNT = "account"
    TIER = "tier"
    PERSON = "person"
    RELATION = "relation"
    DAY = "day"
    STAGE = "stage"


@frozen
class Field:
    """One thing to know about a record; ``synonyms`` are headers as people write them, in any case and spelling."""

    name: str
    kind: ValueKind
    required: bool = False
    synonyms: tuple[str, ...] = ()


_CRM = (
    Field("crm_id", ValueKind.TEXT, synonyms=("id crm", "id de crm", "salesforce id", "hubspot id")),
    Field("crm_url", ValueKind.URL, synonyms=("url crm", "crm link", "enlace crm", "enlace al crm", "record url")),
)

_STAGE_WORDS = (
    "deal stage|opportunity stage|sales stage|pipeline stage|stage name|fase|etapa|fase de la oportunidad|"
    "etapa de la oportunidad|etapa del negocio|fase de venta|etapa de venta"
)
_SINCE_WORDS = (
    "stage date|in stage since|stage since|since|date entered stage|last stage change date|stage changed on|"
    "en la fase desde|en la etapa desde|fase desde|etapa desde|desde|fecha de fase|fecha de etapa|"
    "fecha de la última fase|fecha de la última etapa"
)
_STAGE = (
    Field("stage", ValueKind.STAGE, synonyms=tuple(_STAGE_WORDS.split("|"))),
    Field("stage_since", ValueKind.DAY, synonyms=tuple(_SINCE_WORDS.split("|"))),
)

LEAD_FIELDS: Final = (
    Field(
        "external_id",
        ValueKind.KEY,
        required=True,
        synonyms=("id", "lead id", "mql id", "id lead", "id del lead", "id mql", "id externo"),
    ),
    Field(
        "mql_at",
        ValueKind.MOMENT,
        required=True,
        synonyms=(
            "mql date",
            "first contact date",
            "qualified at",
            "became mql",
            "date became mql",
            "became a marketing qualified lead date",
            "fecha mql",
            "fecha de mql",
            "fecha de cualificación",
            "fecha de calificación",
            "fecha de primer contacto",
            "fecha primer contacto",
        ),
    ),
    Field(
        "source",
        ValueKind.SOURCE,
        synonyms=("origin", "lead source", "original source", "origen", "fuente", "origen del lead", "canal"),
    ),
    Field("campaign", ValueKind.TEXT, synonyms=("campaign name", "utm campaign", "campaña", "nombre de campaña")),
    Field(
        "landing_page",
        ValueKind.TEXT,
        synonyms=("landing page id", "landing", "first page seen", "página de destino", "página de aterrizaje"),
    ),
    Field(
        "name",
        ValueKind.TEXT,
        synonyms=(
            "full name",
            "contact name",
            "lead name",
            "nombre",
            "contacto",
            "nombre completo",
            "nombre y apellidos",
            "nombre y apellido",
        ),
    ),
    Field(
        "company",
        ValueKind.TEXT,
        synonyms=(
            "company name",
            "account",
            "account name",
            "organization",
            "empresa",
            "compañía",
            "cuenta",
            "organización",
            "nombre de la empresa",
        ),
    ),
    Field("email", ValueKind.EMAIL, synonyms=("e-mail", "email address", "mail", "correo", "correo electrónico")),
    Field("phone", ValueKind.TEXT, synonyms=("phone number", "telephone", "mobile", "teléfono", "móvil", "celular")),
    Field("score", ValueKind.INTEGER, synonyms=("lead score", "puntuación", "puntaje")),
    Field(
        "action",
        ValueKind.TEXT,
        synonyms=("conversion", "last conversion", "form", "acción", "conversión", "formulario"),
    ),
    Field(
        "action_at",
        ValueKind.MOMENT,
        synonyms=(
            "action date",
            "conversion date",
            "last conversion date",
            "fecha de la acción",
            "fecha de conversión",
        ),
    ),
    *_CRM,
)

DEAL_FIELDS: Final = (
    Field(
        "external_id",
        ValueKind.KEY,
        required=True,
        synonyms=(
            "id",
            "deal id",
            "opportunity id",
            "id oportunidad",
            "id de la oportunidad",
            "id negocio",
            "id externo",
        ),
    ),
    Field(
        "lead", ValueKind.KEY, synonyms=("lead id", "lead external id", "mql id", "id lead", "id del lead", "id mql")
    ),
    Field("outcome", ValueKind.OUTCOME, required=True, synonyms=("result", "status", "resultado", "estado")),
    Field(
        "opened_at",
        ValueKind.MOMENT,
        synonyms=("created date", "create date", "created at", "opened", "fecha de creación", "fecha de apertura"),
    ),
    Field(
        "closed_at",
        ValueKind.MOMENT,
        synonyms=(
            "close date",
            "closed date",
            "won date",
            "lost date",
            "closed",
            "fecha de cierre",
            "fecha cierre",
            "fecha ganada",
        ),
    ),
    Field("amount", ValueKind.AMOUNT, synonyms=("deal amount", "value", "deal value", "importe", "monto", "valor")),
    Field("currency", ValueKind.CURRENCY, synonyms=("currency code", "deal currency", "moneda", "divisa")),
    Field("segment", ValueKind.TEXT, synonyms=("business segment", "industry", "sector", "segmento", "industria")),
    Field(
        "sales_rep",
        ValueKind.TEXT,
        synonyms=(
            "sr id",
            "owner",
            "deal owner",
            "opportunity owner",
            "sales rep id",
            "vendedor",
            "comercial",
            "propietario",
            "responsable",
        ),
    ),
    Field(
        "name",
        ValueKind.TEXT,
        synonyms=(
            "deal name",
            "opportunity name",
            "opportunity",
            "deal",
            "nombre",
            "oportunidad",
            "negocio",
            "nombre de la oportunidad",
        ),
    ),
    Field(
        "company",
        ValueKind.TEXT,
        synonyms=(
            "company name",
            "account",
            "account name",
            "customer",
            "empresa",
            "compañía",
            "cuenta",
            "cliente",
            "nombre de la empresa",
        ),
    ),
    Field("deal_type", ValueKind.DEAL_TYPE, synonyms=("type", "opportunity type", "tipo", "tipo de oportunidad")),
    *_STAGE,
    *_CRM,
)

_ACCOUNT_WORDS = (
    "account|account name|company|company name|organization|customer name|cuenta|nombre|nombre de la cuenta|empresa|"
    "nombre de la empresa|compañía|organización|razón social"
)
_SALES_WORDS = (
    "sales|owner|account owner|account executive|ae|seller|sales owner email|ventas|responsable de ventas|vendedor|"
    "comercial|propietario|propietario de la cuenta|ejecutivo de cuenta|responsable comercial"
)
_MARKETING_WORDS = "marketing|marketer|marketing owner email|mercadotecnia|responsable de marketing|dueño de marketing"
_RELATION_WORDS = "relationship|type|account type|prospect or customer|relación|tipo|tipo de cuenta"
_RENEWAL_WORDS = "renewal|renewal date|renews on|contract end|renovación|fecha de renovación|vencimiento"

ACCOUNT_FIELDS: Final = (
    Field("name", ValueKind.ACCOUNT, required=True, synonyms=tuple(_ACCOUNT_WORDS.split("|"))),
    Field("tier", ValueKind.TIER, synonyms=("account tier", "abm tier", "priority", "nivel", "prioridad")),
    Field("sales_owner", ValueKind.PERSON, synonyms=tuple(_SALES_WORDS.split("|"))),
    Field("marketing_owner", ValueKind.PERSON, synonyms=tuple(_MARKETING_WORDS.split("|"))),
    Field("relation", ValueKind.RELATION, synonyms=tuple(_RELATION_WORDS.split("|"))),
    Field("segment", ValueKind.TEXT, synonyms=("industry", "vertical", "segmento", "sector", "industria")),
    Field("territory", ValueKind.TEXT, synonyms=("region", "area", "zone", "región", "territorio", "zona")),
    Field("renewal_on", ValueKind.DAY, synonyms=tuple(_RENEWAL_WORDS.split("|"))),
    *_STAGE,
    *_CRM,
)

FIELDS: Final = {RecordKind.LEADS: LEAD_FIELDS, RecordKind.DEALS: DEAL_FIELDS, RecordKind.ACCOUNTS: ACCOUNT_FIELDS}
#: The field by which a row is known again.
KEY_FIELDS: Final = {
    RecordKind.LEADS: "external_id",
    RecordKind.DEALS: "external_id",
    RecordKind.ACCOUNTS: "name",
}


@lru_cache(maxsize=2048)
def header_key(header: str) -> str:
    """A header without case, accents, blanks and punctuation, so that "E-Mail" and "email" meet."""
    return source_key(header).replace("_", "")
