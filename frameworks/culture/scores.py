"""The scores of each culture model as one frame a model, with how each row came to be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from frameworks.culture import globe, hofstede, schwartz, world_values
from frameworks.culture.model import Model
from frameworks.reference import Reference

MODELS: Mapping[str, Model] = {m.MODEL.key: m.MODEL for m in (hofstede, globe, schwartz, world_values)}


@dataclass(frozen=True)
class ModelScores:
    """One model's scores.

    scores: frame by iso3 and dimension code, in the model's own units, missing as NaN.
    basis:  series by iso3: ``measured``, ``stand_in`` (majority sample) or ``estimate``.
    year:   series by iso3: year of the data.
    """

    model: Model
    scores: pd.DataFrame
    basis: pd.Series
    year: pd.Series


def model_scores(reference: Reference) -> Mapping[str, ModelScores]:
    """Return the scores of every model that has at least two countries in the reference."""
    return reference.derived(_model_scores)


def _model_scores(reference: Reference) -> Mapping[str, ModelScores]:
    found = {key: _one(reference, model) for key, model in MODELS.items()}
    return {key: scores for key, scores in found.items() if len(scores.scores) > 1}


def _one(reference: Reference, model: Model) -> ModelScores:
    table = reference.table(model.key)
    if "year" in table.columns:
        table = table.sort_values("year").drop_duplicates("iso3", keep="last")
    table = table.set_index("iso3")
    year = table["year"] if "year" in table.columns else pd.Series(_EDITION[model.key], table.index)
    frame = table[list(model.codes)].dropna(how="all")
    basis = pd.Series("measured", frame.index, dtype=object)
    for label, rows in (("stand_in", _stand_ins(reference, model)), ("estimate", _estimates(reference, model))):
        enough = frame.notna().sum(axis=1).reindex(rows.index, fill_value=0) < model.needed
        rows = rows[enough.to_numpy()]
        frame = pd.concat([frame.drop(rows.index, errors="ignore"), rows])
        basis = pd.concat([basis.drop(rows.index, errors="ignore"), pd.Series(label, rows.index, dtype=object)])
    frame = frame.sort_index()
    year = year.reindex(frame.index).fillna(_EDITION[model.key]).astype(int)
    return ModelScores(model, frame, basis.reindex(frame.index), year)


_EDITION = {"hofstede": 2015, "globe": 2004, "schwartz": 2008, "world_values": 2022}


def _stand_ins(reference: Reference, model: Model) -> pd.DataFrame:
    chosen = reference.table("stand_ins")
    chosen = chosen[chosen["model"] == model.key]
    groups = reference.table(model.groups)
    if len(reference.table(model.key)) == 0 or "year" in groups.columns:
        return groups.iloc[:0][list(model.codes)]
    rows = groups.set_index("label")[list(model.codes)]
    chosen = chosen[chosen["label"].isin(rows.index)]
    return rows.loc[chosen["label"]].set_axis(pd.Index(chosen["iso3"], name="iso3"))


def _estimates(reference: Reference, model: Model) -> pd.DataFrame:
    if model.key != "hofstede":
        return pd.DataFrame(columns=list(model.codes), dtype=float, index=pd.Index([], name="iso3"))
    return reference.table("hofstede_estimates").set_index("iso3")[list(model.codes)].dropna(how="all")
