package excel

import (
	"path"
	"strconv"
	"strings"

	"itportfoljen/data/internal/packed"
)

// workbook is what the workbook part and its relationships say.
type workbook struct {
	date1904 bool
	sheets   []sheetRef
	styles   string // part names
	strings  string
}

type sheetRef struct {
	name   string
	hidden bool
	part   string // empty for charts and the like
}

type relation struct{ kind, target string }

// relations reads the relationships of a part. The kind is the last word of
// the type's address, which is the same in the strict and usual dialects.
func (a *archive) relations(part string) (map[string]relation, error) {
	dir, base := path.Split(part)
	found := map[string]relation{}
	err := a.WalkOwn(packed.PartName(dir+"_rels/"+base+".rels"), func(s *scanner, tok token) error {
		if tok != tokStart || string(s.Name) != "Relationship" || strings.EqualFold(string(s.Attr("TargetMode")), "External") {
			return nil
		}
		kind := string(s.Attr("Type"))
		found[string(s.Attr("Id"))] = relation{
			kind:   kind[strings.LastIndexByte(kind, '/')+1:],
			target: packed.Resolve(part, string(s.Attr("Target"))),
		}
		return nil
	})
	return found, err
}

// workbookPart finds the workbook; empty when there is none.
func (a *archive) workbookPart() (string, error) {
	rels, err := a.relations("")
	if err != nil {
		return "", err
	}
	for _, rel := range rels {
		if rel.kind == "officeDocument" && a.Parts[rel.target] != nil {
			return rel.target, nil
		}
	}
	if a.Parts["xl/workbook.xml"] != nil {
		return "xl/workbook.xml", nil
	}
	return "", nil
}

// openWorkbook reads which sheets there are and where the other parts lie.
func (a *archive) openWorkbook(part string) (*workbook, error) {
	rels, err := a.relations(part)
	if err != nil {
		return nil, err
	}
	wb := &workbook{}
	for _, rel := range rels {
		switch rel.kind {
		case "styles":
			wb.styles = rel.target
		case "sharedStrings":
			wb.strings = rel.target
		}
	}
	inSheets := false
	err = a.WalkOwn(part, func(s *scanner, tok token) error {
		switch name := string(s.Name); {
		case tok == tokText:
		case name == "sheets":
			inSheets = tok == tokStart
		case tok == tokEnd:
		case name == "workbookPr":
			if system := s.Attr("date1904"); system != nil {
				wb.date1904 = isTrue(system)
			}
		case name == "sheet" && inSheets:
			if wb.sheets = append(wb.sheets, sheetOf(s, rels)); len(wb.sheets) > maxSheets {
				return errTooLarge
			}
		}
		return nil
	})
	return wb, err
}

func sheetOf(s *scanner, rels map[string]relation) sheetRef {
	state := string(s.Attr("state"))
	ref := sheetRef{name: unescape(validUTF8(string(s.Attr("name")))), hidden: state == "hidden" || state == "veryHidden"}
	if rel := rels[string(s.Attr(":id"))]; rel.kind == "worksheet" {
		ref.part = rel.target
	}
	return ref
}

func isTrue(value []byte) bool {
	if len(value) == 0 {
		return false
	}
	v, err := strconv.ParseBool(strings.ToLower(string(value)))
	return v && err == nil
}

// textTable is the table of texts that cells point into.
type textTable struct {
	all   []string
	marks map[int]marks // of those that have looks of their own
}

// sharedStrings reads the table of texts.
func (a *archive) sharedStrings(part string) (*textTable, error) {
	table := &textTable{marks: map[int]marks{}}
	var item textItem
	err := a.WalkOwn(part, func(s *scanner, tok token) error {
		switch {
		case tok == tokStart && string(s.Name) == "si":
			item.reset()
		case tok == tokEnd && string(s.Name) == "si":
			if len(item.buf) > maxBytes || len(table.all) == maxStrings {
				return errTooLarge
			}
			if item.marks != 0 {
				table.marks[len(table.all)] = item.marks
			}
			table.all = append(table.all, item.String())
		default:
			item.visit(s, tok)
		}
		return nil
	})
	return table, err
}
