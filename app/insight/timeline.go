package insight

import (
	"itportfoljen/app/base/chart"
	"itportfoljen/app/base/date"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
	"itportfoljen/app/plan"
)

// lookOf is how far an insats has come, as its bar shows it.
var lookOf = map[governance.Stage]chart.Look{
	governance.Idea: chart.Thought, governance.Prepared: chart.Thought, governance.Waiting: chart.Awaited, governance.Planned: chart.Decided,
	governance.Running: chart.Ongoing, governance.Done: chart.Finished, governance.Closed: chart.Finished, governance.Aside: chart.Halted,
}

// lookOfLeg is the same of an etapp.
var lookOfLeg = map[string]chart.Look{
	plan.LegPlanned: chart.Thought, plan.LegDecided: chart.Decided, plan.LegRunning: chart.Ongoing, plan.LegDone: chart.Finished, plan.LegDropped: chart.Halted,
}

// Bar is an insats on a line of time: its days, how far it has come and how it goes, and the
// days that matter in it. Its key is the insats' identity.
func Bar(w field.World, r *field.Record) chart.GanttRow {
	stage := plan.StageOf(w, r)
	row := chart.GanttRow{Key: string(r.ID), Name: r.Name(), From: plan.Start.Get(r), To: plan.End.Get(r), Look: lookOf[stage], Phase: plan.Phase.Read(w, r, 0)}
	if stage == governance.Running {
		row.Light, row.Status = goes(w, r)
	}
	mark := func(on date.Date, s chart.Sign, text string, open bool) {
		if !on.IsZero() {
			row.Marks = append(row.Marks, chart.Milestone{On: on, Sign: s, Text: text, Open: open})
		}
	}
	switch on := plan.DecidedOn.Get(r); {
	case !on.IsZero():
		mark(on, chart.SignDecision, "beslutad", false)
	case stage.Undecided():
		mark(plan.DecideBy.Get(r), chart.SignDecision, "beslut behövs senast", true)
	}
	mark(plan.ProcurementOn.Get(r), chart.SignProcurement, "upphandling påbörjad", false)
	for _, leg := range plan.Legs(w, r.ID) {
		done := plan.LegState.Get(leg) == plan.LegDone
		from, to := plan.LegFrom.Get(leg), plan.LegTo.Get(leg)
		mark(to, chart.SignPart, leg.Name(), !done)
		if done && !from.IsZero() && from <= to {
			row.Done = append(row.Done, chart.Period{From: from, To: to})
		}
	}
	if on := plan.DecidedEnd.Get(r); on != row.To {
		mark(on, chart.SignDeadline, "beslutat slut", false)
	}
	mark(plan.EndedOn.Get(r), chart.SignEnd, "avslutad", false)
	return row
}

// LegBars are an insats' etapper, those that it counts with, as rows under its own. Their
// keys are the etapper's identities.
func LegBars(w field.World, id field.ID) (out []chart.GanttRow) {
	for _, r := range plan.Legs(w, id) {
		out = append(out, LegBar(w, r))
	}
	return out
}

// LegBar is an etapp as a row under its insats.
func LegBar(w field.World, r *field.Record) chart.GanttRow {
	row := chart.GanttRow{Key: string(r.ID), Name: r.Name(), Part: true, From: plan.LegFrom.Get(r), To: plan.LegTo.Get(r), Look: lookOfLeg[plan.LegState.Get(r)], Phase: plan.LegState.Read(w, r, 0)}
	if on := plan.LegDecidedOn.Get(r); !on.IsZero() {
		row.Marks = append(row.Marks, chart.Milestone{On: on, Sign: chart.SignDecision, Text: "beslutad"})
	}
	return row
}

// lights are the lights of a line of time, by the tones of those of insatser.
var lights = map[field.Tone]chart.Light{field.Good: chart.Green, field.Warn: chart.Amber, field.Bad: chart.Red}

// goes is the worst light of an insats that goes on, and what it is of in words: "hotad: tid,
// kostnad".
func goes(w field.World, r *field.Record) (light chart.Light, said string) {
	said, tone := plan.Status(w, r)
	return lights[tone], text.Lower(said)
}

// Timeline is insatser on a line of time, in groups by the field by, in the order given; nil
// is no groups. With legs their etapper stand under them.
func Timeline(w World, title string, rs []*field.Record, by *field.Field, legs bool) chart.GanttData {
	data := chart.GanttData{Title: title, Today: w.Today()}
	at := map[string]int{}
	for _, r := range rs {
		group := ""
		if by != nil {
			if group = by.Read(w, r, 0); group == "" {
				group = "Utan " + text.Lower(by.Label)
			}
		}
		i, known := at[group]
		if !known {
			i = len(data.Groups)
			at[group] = i
			data.Groups = append(data.Groups, chart.GanttGroup{Title: group})
		}
		rows := []chart.GanttRow{Bar(w, r)}
		if legs {
			rows = append(rows, LegBars(w, r.ID)...)
		}
		data.Groups[i].Rows = append(data.Groups[i].Rows, rows...)
	}
	return data
}
