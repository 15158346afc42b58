package modelling

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"itportfoljen/app/base/money"
	"itportfoljen/app/base/text"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// words are what the keys of a model file are called to people. What has none is called by
// its key.
var words = map[string]string{
	"phases": "Faser", "transitions": "Övergångar", "portfolios": "Portföljer", "categories": "Kategorier", "classes": "Klasser", "forums": "Forum",
	"checklist": "Checklistan", "assessment": "Forumets bedömning", "retirement_checklist": "Checklistan för avveckling", "posts": "Roller i kommunen",
	"role_names": "Vad rollerna heter", "role_defaults": "Roller som följer av uppdrag", "system_owner": "Vad som räknas som systemägare",
	"policy_classes": "Slag av styrdokument", "registers": "Register", "thresholds_ore": "Beloppsgränser", "gates": "Krav", "rules": "Regler",
	"stage": "skede", "forum": "forum", "board": "på tavlan", "per": "ett per", "calls": "kallas av", "task": "uppgift", "members": "ledamöter", "decides": "beslutar",
	"of": "för", "appointed_by": "utses av", "rank": "rang", "decider": "beslutas av", "owner": "ägs av", "months": "månader till nästa beslut", "from": "från", "to": "till",
	"gives": "ja ger klassen", "class_needs": "Vad varje klass ska ha ifyllt", "class_forums": "Forum som varje klass går till", "delegation": "Delegation", "acute": "Akuta insatser",
	"year": "Årets gång", "sort": "slag", "month": "månad", "day": "dag", "up_to_ore": "upp till", "political": "politiskt", "post": "uppdrag", "role": "bedöms av", "yes": "svarat ja på", "types": "slag", "type": "slag",
	"management_action": "Större förvaltningsåtgärd", "criteria": "Kriterier för prioritering", "weight": "vikt",
	"short": "kallas", "about": "gäller", "through": "siffror till och med månad", "locks": "läget låses",
	"framing": "Ramar", "each_year": "etapper beslutas år för år",
}

// one are what one of a list that things have their alternatives from is called.
var one = map[string]string{"phases": "Fas", "portfolios": "Portfölj", "categories": "Kategori", "classes": "Klass", "forums": "Forum",
	"policy_classes": "Dokumenttyp", "posts": "Roll"}

func singular(list string) string {
	if w := one[list]; w != "" {
		return w
	}
	return word(list)
}

// values are what the words that a model file has as values are called.
var values = map[string]string{
	string(governance.Idea): "idé", string(governance.Prepared): "bereds", string(governance.Waiting): "väntar på beslut", string(governance.Planned): "beslutat",
	string(governance.Running): "pågår", string(governance.Done): "levererat", string(governance.Closed): "klart", string(governance.Aside): "vid sidan",
	"administration": "förvaltning", "company": "bolag", "group": "kommun", governance.PerPortfolio: "portfölj",
	governance.AboutNext: "nästa år", governance.AboutBefore: "förra året",
	governance.YearBudget: "budget", governance.YearFollowUp: "uppföljning", governance.YearPlan: "plan", governance.YearProgramme: "program", governance.YearPolicy: "riktlinjer",
	governance.FromPriority: "insatsens prioritet", governance.FromGoals: "bidraget till målen", governance.FromRisk: "risken, låg ger mest", governance.FromBenefit: "nyttan mot kostnaden",
	governance.ByPerson: "en person", governance.ByUnit: "en förvaltning eller nämnd", governance.ByRepresented: "en nämnd med företrädare",
}

// named are the keys whose values those are; "board" is one word in two meanings.
var named = []string{"stage", "per", "of", "system_owner", "sort", "about"}

// about is the year that something is about.
func about(key string) string {
	if key == governance.AboutThis {
		return "samma år"
	}
	return values[key]
}

func word(key string) string {
	if w := words[key]; w != "" {
		return w
	}
	return key
}

// EffectWord is what a gate does, as a verb.
func EffectWord(e governance.Effect) string {
	return map[governance.Effect]string{governance.Stop: "stoppar", governance.Warn: "varnar", governance.Record: "noteras"}[e]
}

// teller says what is in a model.
type teller struct {
	m     *governance.Model
	kinds []*field.Kind
}

func (t teller) kind(name string) *field.Kind {
	for _, k := range t.kinds {
		if k.Name == name {
			return k
		}
	}
	return nil
}

// value is a part of an item as people read it.
func (t teller) value(key string, v reflect.Value) string {
	switch v.Kind() {
	case reflect.Bool:
		return map[bool]string{true: "ja", false: "nej"}[v.Bool()]
	case reflect.Slice:
		var out []string
		for i := range v.Len() {
			out = append(out, t.value(key, v.Index(i)))
		}
		return strings.Join(out, ", ")
	case reflect.String:
		return t.called(key, v.String())
	case reflect.Int, reflect.Int64:
		if strings.HasSuffix(key, "_ore") {
			return money.Ore(v.Int()).Kr() + " kr"
		}
	}
	return fmt.Sprint(v.Interface())
}

func (t teller) called(key, s string) string {
	switch {
	case slices.Contains(named, key):
		if key != "stage" && s == "board" {
			return "nämnd"
		}
		if w := values[s]; w != "" {
			return w
		}
	case key == "role_defaults":
		return labelOf(t.m.Options("posts"), s)
	case key == "forum":
		return t.m.ForumName(s)
	case key == "from" || key == "to":
		if p, ok := t.m.Phase(s); ok {
			return p.Label
		}
		if slices.Contains(governance.PointsFrom(), s) {
			return values[s]
		}
	case key == "class_forums":
		return t.m.ForumName(s)
	case key == "class_needs" || key == "types":
		return t.initiative(key, s)
	case key == "post":
		return labelOf(t.m.Options("posts"), s)
	case key == "political":
		return map[string]string{"yes": "ja", "no": "nej"}[s]
	case key == "yes":
		for _, q := range t.m.Checklist {
			if q.Key == s {
				return "”" + q.Label + "”"
			}
		}
	case key == "gives" || key == "classes":
		return labelOf(t.m.Options("classes"), s)
	}
	return s
}

// entry is what stands under a key of a list or a map, by its name.
func (t teller) entry(list, key string) string {
	switch list {
	case "registers":
		if k := t.kind(key); k != nil {
			return text.Capital(k.Many)
		}
	case "class_needs", "class_forums":
		return labelOf(t.m.Options("classes"), key)
	case "thresholds_ore":
		return word(key)
	case "role_names", "role_defaults":
		if k := t.kind("system"); k != nil && k.Field(key) != nil {
			return k.Field(key).Label
		}
	}
	return key
}

// initiative is what a field of an insats, or what sort of insats, is called.
func (t teller) initiative(key, s string) string {
	k := t.kind("initiative")
	switch {
	case k == nil:
	case key == "types" && k.Field("type") != nil:
		return labelOf(k.Field("type").Options, s)
	case k.Field(s) != nil:
		return k.Field(s).Label
	}
	return s
}

// gate says a gate in a line: what it stands before, what it does and what it says.
func (t teller) gate(g governance.Gate) string {
	before := "hela tiden"
	if g.Before != "" {
		before = "före " + t.state(g, g.Before)
	}
	said := fmt.Sprintf("%s %s %s: %s", g.Key, EffectWord(g.Effect), before, g.Text)
	if g.Except != "" {
		said += " Undantag: " + g.Except + "."
	}
	return said
}

func (t teller) state(g governance.Gate, key string) string {
	if p, ok := t.m.Phase(key); ok && g.OfInitiatives() {
		return p.Label
	}
	if key == governance.Approval && g.OfInitiatives() {
		return "bifall"
	}
	for _, k := range t.kinds {
		if !g.Speaks(k) {
			continue
		}
		if f := governance.ActOf(k, key); f != nil {
			return text.Lower(f.Label)
		}
		if k.Step != nil {
			return labelOf(k.Step.Options, key) + " (" + k.One + ")"
		}
	}
	return key
}

func labelOf(options []field.Option, key string) string {
	for _, o := range options {
		if o.Key == key {
			return o.Label
		}
	}
	return key
}
