"""Payments: how do people in this market pay, and how much of it can you take?"""

import pandas as pd
import streamlit as st

from components import evidence, frame, market_style, payment_compare, payment_fit, payment_form, payment_methods, view
from components import market as head
from components.payment_words import class_name, measure_name
from components.words import _, market_name
from data.catalog import infos
from frameworks.payments import PaymentFit, mix_of, providers
from frameworks.payments.mix import too_small
from frameworks.payments.weights import points_of
from pages import files
from pages import set_up as team
from pages.desk import Desk, open_desk

TABLES = ("payment_mix", "payment_methods", "provider_methods")
_UNCHECKED = "in_pay_unchecked"
_MOST = 12


def assumptions(fit: PaymentFit, desk: Desk) -> None:
    """Draw what the score assumes, with the points that no source decides open to change."""
    st.markdown(
        _("Within a class, methods that no source weighs count by points: PayPal and Klarna 3, Apple Pay and Google Pay 2,"
          " American Express 0.1, Diners Club, Discover and JCB 0.05, girocard 0 (it is read at a terminal), iDEAL in the"
          " Netherlands 20, Alipay and WeChat Pay in China 50 and 40, all others 1. That is our judgement; change it where"
          " you know better. Cards can be charged after shipping; bank, cash and mobile payments cannot. A method that is"
          " closing carries no weight.")
    )  # fmt: skip
    rows = fit.methods[(fit.methods["weight"] > 0) | fit.methods.index.isin(list(fit.set_up.weights))]
    rows = rows.assign(points=[points_of(code, fit.set_up.weights, fit.market) for code in rows.index])
    named = {code: class_name(code) for code in rows["payment_class"]}
    payment_form.weights(rows, fit.set_up.weights, named, lambda **parts: team.keep(desk, fit.set_up, **parts))


def lines(table: pd.DataFrame) -> list[str]:
    """Return a small table as a line a row, blank cells left out."""
    return [
        "; ".join(f"{head}: {value}" for head, value in zip(table.columns, row, strict=True) if str(value) not in ("", "nan"))
        for row in table.itertuples(index=False)
    ]


def downloads(fit: PaymentFit, names: dict[str, str]) -> None:
    """Draw the downloads: methods as CSV; methods, classes and what is missing as XLSX."""

    def methods() -> pd.DataFrame:
        return payment_methods.export(fit, names).rename(columns=payment_methods.heads())

    def about() -> dict[str, object]:
        return {
            _("Market"): market_name(fit.market),
            _("Payment fit"): [] if fit.low is None else [fit.low, fit.high],
            _("Confidence"): fit.confidence or "",
            _("Mix"): "" if fit.mix is None else f"{fit.mix.source}, {fit.mix.year}, {measure_name(fit.mix.measure)}",
            _("Set-up"): fit.set_up.to_json(),
            _("Missing methods"): lines(payment_methods.missing_export(fit, names)),
            _("Classes"): lines(payment_methods.class_export(fit)),
            _("Sources and licences"): [f"{infos()[name].title}: {infos()[name].licence}" for name in TABLES],
        }

    files.offer(files.of_table("payments", methods, about, (_("Methods CSV"), _("Methods XLSX"))), fit.market)


def show_unchecked() -> None:
    """Take figures of low confidence from now on."""
    st.session_state[_UNCHECKED] = True


desk = open_desk()
market_style.apply()
payment_fit.apply()
market = head.choose(desk.reference.markets, desk.first_choice)
name, controls = st.columns([5, 3], gap="small", vertical_alignment="bottom")
with name:
    frame.eyebrow(_("Payments"))
    st.title(market_name(market), anchor=False)
with controls:
    head.picker(desk.reference.markets, market)
frame.lede(_("How do people in this market pay, and how much of it can you take?"))
set_up = team.form(desk)
unchecked = st.toggle(
    _("Show unchecked figures"), key=_UNCHECKED, persist_state="session",
    help=_("Rows written from memory, unverified or of low confidence; they are marked."),
)  # fmt: skip
fit = team.fit(desk, market, set_up, unchecked=unchecked)
names = providers(desk.reference, unchecked=True)["name"].to_dict()
for table in TABLES:
    if table in desk.reference.off:
        told = _("The table “{table}” is switched off, so it counts nowhere. Switch it on under Sources & method.")
        st.info(told.format(table=_(infos()[table].title)), icon=":material/toggle_off:")
payment_fit.head(fit, few_people=too_small(desk.reference, market))
payment_fit.confirmation(fit, lambda yes: team.keep(desk, set_up, confirmed=yes))
if not unchecked:
    payment_fit.unchecked_offer(fit, mix_of(desk.reference, market, unchecked=True), show_unchecked)

left, right = st.columns([1.35, 1], gap="large")
with left:
    if fit.mix is not None:
        st.subheader(_("Covered, class by class"), anchor=False)
        payment_fit.classes(fit)
with right if fit.mix is not None else left:
    st.subheader(_("What is missing"), anchor=False)
    payment_methods.missing(fit, names)
    payment_methods.unweighed(fit, names)

st.subheader(_("Every method and what stops it"), anchor=False)
abroad = view.single(
    _("Methods"), "methods", ("local", "all"), "local", collapsed=True,
    names={"local": _("Of this market"), "all": _("With all of my providers’")},
)  # fmt: skip
payment_methods.table(fit, names, abroad=abroad == "all")
downloads(fit, names)

codes = tuple(dict.fromkeys((market, *desk.scenario.shortlist)))[:_MOST]
st.subheader(_("Your shortlist side by side"), anchor=False)
if len(codes) > 1:
    payment_compare.show([team.fit(desk, code, set_up, unchecked=unchecked) for code in codes])
else:
    st.caption(_("Put markets on your shortlist, on the Matrix or Market page, to see their fits side by side."))

if fit.mix is not None:
    with st.expander(_("What these figures measure"), icon=":material/straighten:"):
        payment_fit.notes(payment_fit.measures(fit.mix))
    with st.expander(_("Assumptions and weights"), icon=":material/balance:"):
        assumptions(fit, desk)
evidence.show((evidence.Source.of(infos()[name]) for name in TABLES), _("Sources of the payment tables"))
