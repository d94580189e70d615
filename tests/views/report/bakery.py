"""A small scorecard in which something of everything happens."""

from __future__ import annotations

BAKERY = """
    bsc: 1
    name: Bakery (fictional)
    vision: Bread that is missed on Sundays.
    description: A bakery with **two** ovens.
    owner: Ada
    themes: {bread: {name: Good bread, description: Slow dough.}}
    perspectives:
      financial: {owner: Kim}
      customer: {}
      internal: {}
      learning: {}
    notes: {2026-Q3: A hot summer.}
    objectives:
      earn-from-regulars:
        name: Earn more from regular customers
        perspective: financial
        kpis:
          revenue:
            name: Revenue
            unit: EUR
            aggregate: sum
            target: {2026-Q2: 90, 2026-Q3: 90}
            red: {2026-Q2: 60, 2026-Q3: 60}
            actuals: {2026-04: 31, 2026-05: 30, 2026-06: 30, 2026-07: 20, 2026-08: 20, 2026-09: 10}
      keep-shelves-full:
        name: Keep the shelves full
        description: Until the *last* hour.
        see: ["[Survey](https://example.com/survey)"]
        perspective: customer
        owner: Jo
        themes: [bread]
        drives:
          earn-from-regulars: {because: Who finds bread comes back., lag: 1 quarter}
        notes: {2026-08: Two weeks closed.}
        kpis:
          empty-hours:
            name: Hours with an empty shelf
            description: Counted by **hand**.
            source: Shop diary
            type: leading
            better: lower
            aggregate: sum
            target: 10
            red: 20
            guarded_by: [waste]
            actuals: {2026-04: 30, 2026-05: 30, 2026-06: 30, 2026-07: 9, 2026-08: 8, 2026-09: 9}
            notes: {2026-Q3: "Rota, not luck.", 2026-Q1: Long ago.}
          waste:
            name: Bread thrown away
            unit: percent
            better: lower
            target: 5
            red: 9
            owner: Sam
            actuals: {}
    initiatives:
      second-oven:
        name: Second oven
        objectives: [keep-shelves-full, earn-from-regulars]
        owner: Sam
        starts: 2026-01-01
        ends: 2026-12-31
        status: active
        progress: 50%
        budget: 12000
        spent: 7000
        milestones:
          bought: {name: Oven bought, due: 2026-03-31, done: 2026-03-20}
          baked: {name: First loaf baked, due: 2026-09-30}
    reviews:
      2026-Q1: {held: 2026-04-10, summary: Earlier.}
      2026-Q2:
        held: 2026-07-09
        attended: [Ada, Jo]
        summary: We **stay** on course.
        decisions: [Buy a second oven.]
        actions:
          - {what: Ask the regulars, owner: Jo, due: 2026-08-01, done: 2026-08-05}
          - {what: Sell the old oven, owner: Sam, due: 2026-09-30}
          - {what: Repaint the shop, due: 2026-12-01}
          - {what: Think it over}
      2026-Q3: {held: 2026-11-02, summary: Later.}
"""
