// Package recount works out the figures of the reports a second time, from nothing but the
// JSON document of a portfolio (docs/json.md) and the handbook's words, to hold the reports
// against. It imports nothing of the program, so that a fault in one isn't a fault in both.
package recount

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Document is what the figures need of the JSON document. Amounts are in öre; nil is what
// nobody has said, which is not zero.
type Document struct {
	Format  string   `json:"format"`
	Version int      `json:"version"`
	Date    string   `json:"date"` // the day of the document, 2026-11-21
	Year    int      `json:"plan_year"`
	Persons []person `json:"persons"`
	Systems []system `json:"systems"`
	Plan    []insats `json:"plan"`
	Costs   []cost   `json:"costs"`

	Units      []unit      `json:"units"`
	Agreements []agreement `json:"agreements"`
	Covers     []cover     `json:"agreement_systems"`
	Frames     []ram       `json:"frames"`

	levels map[string]bool // the paths of the units that costs are told of by: förvaltningar and bolag
}

type unit struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Type   string `json:"type"`
	Parent string `json:"parent"`
}

type system struct {
	Ref       string   `json:"ref"`
	Name      string   `json:"name"`
	Unit      string   `json:"unit"`
	Lifecycle string   `json:"lifecycle"`
	Retired   *int64   `json:"retire_year"`
	Owners    []tenure `json:"system_owner_history"`
}

// tenure is who has a role, from a day to a last day; "" is open.
type tenure struct {
	Person string `json:"person"`
	From   string `json:"from"`
	To     string `json:"to"`
}

type person struct {
	Name  string `json:"name"`
	Email string `json:"email"`
	Left  string `json:"left_on"`
}

type insats struct {
	Ref       string `json:"ref"`
	Name      string `json:"name"`
	Unit      string `json:"unit"`
	Phase     string `json:"phase"`
	Portfolio string `json:"portfolio"`
	End       string `json:"end"`
	Priority  string `json:"priority"`
	DecideBy  string `json:"decide_by"`
	Time      string `json:"time_status"`
	Cost      string `json:"cost_status"`
	Scope     string `json:"scope_status"`
	Measure   string `json:"measure_on"`
	Benefit   *int64 `json:"benefit_per_year_ore"`
	Realised  *int64 `json:"benefit_realised_ore"`
}

type ram struct {
	Portfolio string `json:"portfolio"`
	Unit      string `json:"unit"`
	Year      int    `json:"year"`
	Type      string `json:"type"`
	State     string `json:"state"`
	Amount    int64  `json:"amount_ore"`
}

type agreement struct {
	Ref     string   `json:"ref"`
	Name    string   `json:"name"`
	State   string   `json:"state"`
	Unit    string   `json:"unit"`
	Systems []string `json:"systems"`
	End     string   `json:"end"`
	Bound   string   `json:"bound_until"`
	Notice  *int64   `json:"notice_months"`
	Renewal string   `json:"renewal"`
	Renews  *int64   `json:"renewal_months"`
	Renewed *int64   `json:"renewed"`
	Longest string   `json:"longest"`
	Most    *int64   `json:"most_renewals"`
}

// cover is a system in an agreement, and how much of it is that system's, in per cent.
type cover struct {
	Agreement string `json:"agreement"`
	System    string `json:"system"`
	Share     *int64 `json:"share"`
}

type cost struct {
	Kind        string  `json:"kind"`
	Owner       string  `json:"owner"`
	Text        string  `json:"text"`
	Year        int     `json:"year"`
	Month       *string `json:"month"`
	Type        string  `json:"type"`
	Sort        string  `json:"sort"`
	Account     string  `json:"account"`
	Centre      string  `json:"centre"`
	Activity    string  `json:"activity"`
	Project     string  `json:"project"`
	Object      string  `json:"object"`
	Counterpart string  `json:"counterpart"`
	Funding     string  `json:"funding"`
	Payers      string  `json:"payers"` // "A / B 65 %; A / C 35 %"
	Budget      *int64  `json:"budget_ore"`
	Forecast    *int64  `json:"forecast_ore"`
	Actual      *int64  `json:"actual_ore"`

	hope *int64 // what is expected of it, where it stands both on the year and on months
	left bool   // what is expected stands on the other
}

// Read reads a JSON document.
func Read(r io.Reader) (*Document, error) {
	var d Document
	if err := json.NewDecoder(r).Decode(&d); err != nil {
		return nil, fmt.Errorf("recount: %w", err)
	}
	if d.Format != "itportfoljen" || d.Version != 1 {
		return nil, fmt.Errorf("recount: format %q, version %d", d.Format, d.Version)
	}
	return &d, nil
}

// Figure is a figure as a report should say it.
type Figure struct {
	What string
	Said string
}

// Check tells each figure that a text lacks. Hard and plain spaces are the same in it.
func Check(figures []Figure, text string) []string {
	var lacks []string
	text = plain(text)
	for _, f := range figures {
		if !strings.Contains(text, plain(f.Said)) {
			lacks = append(lacks, f.What+": "+f.Said)
		}
	}
	return lacks
}

func plain(s string) string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s)
}
