package modelling

import (
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/field"
	"itportfoljen/app/governance"
)

// ways begin the columns of what a gate asks for: the first thing, and the others of which one
// is enough.
var ways = []string{"need", "or2", "or3", "or4", "or5"}

// composed is a need of more ways than there are columns for: it is kept as the file has it.
const composed = "composed"

// framed begins the sorts that ask of ramar.
const framed = "frame_"

// needCells are the cells of what a gate asks for, each way's beginning with its own word.
func needCells(n governance.Need) Cells {
	all := n.Ways()
	if len(all) > len(ways) {
		return Cells{ways[0]: composed}
	}
	out := Cells{}
	for i, one := range all {
		for key, cell := range wayCells(one) {
			if cell != "" {
				out[ways[i]+key] = cell
			}
		}
	}
	return out
}

// wayCells are the cells of one thing that is asked for: its sort, and with their endings what
// more is said of it.
func wayCells(n governance.Need) Cells {
	sort := func(sort string, fields ...string) Cells {
		return Cells{"": sort, "_fields": celled(fields), "_is": celled(n.Is)}
	}
	switch {
	case n.Relation != "":
		out := sort("relation")
		out["_relation"], out["_where"], out["_having"], out["_each"] = n.Relation, pairs(n.Where), celled(n.Having), ticked(n.Each)
		if n.Least != 0 {
			out["_least"] = strconv.Itoa(n.Least)
		}
		return out
	case n.Field != "":
		return sort("all", n.Field)
	case len(n.All) > 0:
		return sort("all", n.All...)
	case len(n.Any) > 0:
		return sort("any", n.Any...)
	case n.None != "":
		return sort("none", n.None)
	case n.Role != "":
		return sort("role", n.Role)
	case n.Amount != "":
		out := sort("amount", n.Amount)
		out["_most"] = n.Most
		return out
	case n.Frame != "":
		return sort(framed + n.Frame)
	case n.Class:
		return sort("class_needs")
	case n.Checklist:
		return sort("checklist")
	case n.Assessed:
		return sort("assessed")
	case n.Confirmed:
		return sort("confirmed")
	case n.Advice != "":
		out := sort("advice")
		out["_forum"] = n.Advice
		return out
	case n.Decision != "":
		out := sort("decision")
		out["_forum"] = n.Decision
		return out
	}
	return Cells{}
}

func needOptions(_ Setting, cells Cells) []field.Option {
	out := []field.Option{
		{Key: "all", Label: "Fälten är ifyllda"}, {Key: "any", Label: "Något av fälten är ifyllt"}, {Key: "none", Label: "Fältet är tomt"},
		{Key: "relation", Label: "Något annat finns, som hör ihop med det"},
		{Key: "role", Label: "Någon har rollen i dag"}, {Key: "amount", Label: "Beloppet är högst en gräns"},
		{Key: "checklist", Label: "Checklistan är besvarad"}, {Key: "class_needs", Label: "Det som klassen kräver är ifyllt"}, {Key: "assessed", Label: "Bedömningens alla punkter är besvarade"},
		{Key: "advice", Label: "Forumet har yttrat sig"}, {Key: "decision", Label: "Någon har beslutat ja"}, {Key: "confirmed", Label: "Någon har bekräftat det, med dag"},
		{Key: framed + governance.FrameWithin, Label: "Det ryms i de beslutade ramarna"}, {Key: framed + governance.FrameDecided, Label: "Kostnaden är känd och en ram är beslutad för den"},
	}
	if cells[ways[0]] == composed {
		out = append(out, field.Option{Key: composed, Label: "Något av många, som modellens fil säger"})
	}
	return out
}

// otherWays are the sorts of another thing that is enough, with that nothing else is.
func otherWays(s Setting, _ Cells) []field.Option {
	return append([]field.Option{{Label: "Inget annat räcker"}}, needOptions(s, nil)...)
}

// putNeed writes what is asked for, if it isn't as it was.
func putNeed(_ *governance.Model, g *asking, cells Cells) error {
	was := needCells(g.Need)
	if cells[ways[0]] == composed && was[ways[0]] == composed || maps.Equal(was, needOnly(cells)) {
		return nil
	}
	var all []governance.Need
	for _, way := range ways {
		if cells[way] == "" {
			break
		}
		n, err := oneWay(way, cells)
		if err != nil {
			return err
		}
		if i := slices.IndexFunc(all, func(o governance.Need) bool { return reflect.DeepEqual(o, n) }); i >= 0 {
			return &missed{way, fault.New(fault.Invalid, "Detsamma står redan ovan. Välj något annat, eller inget.")}
		}
		all = append(all, n)
	}
	if len(all) == 1 {
		g.Need = all[0]
	} else {
		g.Need = governance.Need{Either: all}
	}
	return nil
}

// needOnly are those cells that say what is asked for. What is below a way that isn't taken
// isn't seen, and says nothing.
func needOnly(cells Cells) Cells {
	out := Cells{}
	for _, way := range ways {
		if cells[way] == "" {
			break
		}
		for key, cell := range cells {
			if (key == way || strings.HasPrefix(key, way+"_")) && cell != "" {
				out[key] = cell
			}
		}
	}
	return out
}

// oneWay is one of the things that a gate asks for, as its cells have it.
func oneWay(way string, cells Cells) (n governance.Need, err error) {
	sort, fields, is := cells[way], listed(cells[way+"_fields"]), listed(cells[way+"_is"])
	missing := func(column, what string) error {
		return &missed{way + column, fault.New(fault.Invalid, "Välj "+what+".")}
	}
	switch sort {
	case "all", "any":
		switch {
		case len(fields) == 0:
			return n, missing("_fields", "vilka fält")
		case sort == "any":
			n.Any = fields
		case len(fields) == 1:
			n.Field, n.Is = fields[0], is
		default:
			n.All, n.Is = fields, is
		}
	case "none", "role", "amount":
		if len(fields) != 1 {
			return n, missing("_fields", "ett fält")
		}
		switch sort {
		case "none":
			n.None = fields[0]
		case "role":
			n.Role = fields[0]
		default:
			if n.Amount, n.Most = fields[0], cells[way+"_most"]; n.Most == "" {
				return n, missing("_most", "en av beloppsgränserna")
			}
		}
	case "relation":
		if n.Relation = cells[way+"_relation"]; n.Relation == "" {
			return n, missing("_relation", "vad som ska finnas")
		}
		n.Where, n.Having, n.Each, n.Is = paired(cells[way+"_where"]), listed(cells[way+"_having"]), cells[way+"_each"] != "", is
		if n.Least, err = wholeNumber(cells[way+"_least"]); err != nil {
			return n, &missed{way + "_least", err}
		}
		if n.Each && len(n.Having) == 0 {
			return n, missing("_having", "vad som ska vara ifyllt i var och en")
		}
	case "checklist":
		n.Checklist = true
	case "class_needs":
		n.Class = true
	case "assessed":
		n.Assessed = true
	case "confirmed":
		n.Confirmed = true
	case framed + governance.FrameWithin, framed + governance.FrameDecided:
		n.Frame = strings.TrimPrefix(sort, framed)
	case "advice", "decision":
		forum := cells[way+"_forum"]
		if forum == "" {
			return n, missing("_forum", "vilket forum")
		}
		if sort == "advice" {
			n.Advice, n.Is = forum, is
		} else {
			n.Decision = forum
		}
	}
	return n, nil
}

// missed is what is missing in another column than the one that is written.
type missed struct {
	column string
	error
}

// needColumns are the columns of what a gate asks for.
func needColumns() (out []column[asking]) {
	for i, way := range ways {
		at := func(key string) string { return way + key }
		asked := func(sorts ...string) func(c Cells) bool {
			return func(c Cells) bool {
				return slices.Contains(sorts, c[way]) && !slices.ContainsFunc(ways[:i], func(before string) bool { return c[before] == "" })
			}
		}
		add := func(c Column, put func(m *governance.Model, g *asking, cells Cells) error) {
			out = append(out, column[asking]{Column: c, get: func(_ *governance.Model, g *asking) string { return needCells(g.Need)[c.Key] }, put: put})
		}
		if i == 0 {
			add(Column{Key: way, Label: "Det som ska finnas", Sort: Choice, Must: true, Options: needOptions}, putNeed)
		} else {
			add(Column{Key: way, Label: "Eller, om det räcker", Sort: Choice, Options: otherWays, Asked: func(c Cells) bool {
				return c[ways[0]] != composed && !slices.ContainsFunc(ways[:i], func(before string) bool { return c[before] == "" })
			}}, nil)
		}
		add(Column{Key: at("_fields"), Label: "Fälten", Sort: Many, Asked: asked("all", "any", "none", "role", "amount"), Options: func(s Setting, c Cells) []field.Option { return fieldsOfGate(s, c, way) }}, nil)
		add(Column{Key: at("_relation"), Label: "Vad", Sort: Choice, Asked: asked("relation"), Options: relationsOf}, nil)
		add(Column{Key: at("_where"), Label: "Bara när", Sort: Many, Help: "Av samma fält räcker ett. Tomt: vilka som helst.", Asked: asked("relation"), Options: func(s Setting, c Cells) []field.Option {
			return valuesOf(s, relatedKinds(s, c, way), listed(c[at("_where")]))
		}}, nil)
		add(Column{Key: at("_having"), Label: "Med ifyllt", Sort: Many, Asked: asked("relation"), Options: func(s Setting, c Cells) (out []field.Option) {
			for _, k := range relatedKinds(s, c, way) {
				out = append(out, s.fieldsOf(k.Name, func(*field.Field) bool { return true })...)
			}
			return out
		}}, nil)
		add(Column{Key: at("_each"), Label: "I var och en", Sort: Yes, Help: "Annars räcker det att det är ifyllt i så många som ska finnas.", Asked: asked("relation")}, nil)
		add(Column{Key: at("_least"), Label: "Minst så många", Sort: Number, Help: "Tomt: en.", Asked: asked("relation")}, nil)
		add(Column{Key: at("_forum"), Label: "Forumet", Sort: Choice, Asked: asked("advice", "decision"), Options: func(s Setting, c Cells) []field.Option {
			if c[way] == "decision" {
				return append([]field.Option{{Key: "*", Label: "Vem som helst som får besluta"}}, s.Model.Options("forums")...)
			}
			return s.Model.Options("forums")
		}}, nil)
		add(Column{Key: at("_is"), Label: "Och är", Sort: Many, Help: "Tomt: vilket som helst.", Options: func(s Setting, c Cells) []field.Option { return valuesOfNeed(s, c, way) },
			Asked: func(c Cells) bool { return asked("advice", "all", "relation")(c) }}, nil)
		add(Column{Key: at("_most"), Label: "Högst gränsen", Sort: Choice, Options: limitsOf, Asked: asked("amount")}, nil)
	}
	return out
}
