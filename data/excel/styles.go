package excel

import (
	"regexp"
	"strconv"
	"strings"
)

// look is what a number format makes of a number.
type look uint8

const (
	lookNumber look = iota
	lookDate
	lookTime // a time of day or a length of time, no date
)

// cellStyle is what a cell's style says of what stands in it.
type cellStyle struct {
	look   look
	struck bool
	format *format // of a lookNumber; nil: it is shown as it is
}

// formatStyle is what a format code makes of numbers.
func formatStyle(code string) cellStyle {
	style := cellStyle{look: formatLook(code)}
	if style.look == lookNumber {
		if f := parseFormat(code); f.says() {
			style.format = f
		}
	}
	return style
}

// styleReader gathers the styles of cells from the tokens of their part. Tables of
// what is shown on a condition have formats and fonts of their own, which don't count.
type styleReader struct {
	custom map[string]cellStyle // by number of format
	struck []bool               // by number of font
	in     string               // which table
	xfs    []xf
}

// xf is a style of cells as it is written.
type xf struct {
	format string
	font   int
}

func (r *styleReader) visit(s *scanner, tok token) error {
	if tok == tokText {
		return nil
	}
	if max(len(r.custom), len(r.struck), len(r.xfs)) > maxStyles {
		return errTooLarge
	}
	switch name := string(s.Name); name {
	case "numFmts", "fonts", "cellXfs", "dxfs":
		r.in = ""
		if tok == tokStart {
			r.in = name
		}
	case "numFmt":
		if tok == tokStart && r.in == "numFmts" {
			r.custom[string(s.Attr("numFmtId"))] = formatStyle(string(s.Attr("formatCode")))
		}
	case "font":
		if tok == tokStart && r.in == "fonts" {
			r.struck = append(r.struck, false)
		}
	case "strike":
		if tok == tokStart && r.in == "fonts" && len(r.struck) > 0 {
			r.struck[len(r.struck)-1] = isOn(s)
		}
	case "xf":
		if tok == tokStart && r.in == "cellXfs" {
			r.xfs = append(r.xfs, xf{string(s.Attr("numFmtId")), small(s.Attr("fontId"))})
		}
	}
	return nil
}

// isOn says that a property such as <strike/> is on.
func isOn(s *scanner) bool {
	val := s.Attr("val")
	return val == nil || isTrue(val)
}

// styles are the styles of cells, by number.
func (r *styleReader) styles() []cellStyle {
	out := make([]cellStyle, len(r.xfs))
	for i, x := range r.xfs {
		style, ok := r.custom[x.format]
		if !ok {
			id, _ := strconv.Atoi(x.format)
			style = builtinStyle(id)
		}
		style.struck = x.font >= 0 && x.font < len(r.struck) && r.struck[x.font]
		out[i] = style
	}
	return out
}

// cellStyles reads the styles of cells.
func (a *archive) cellStyles(part string) ([]cellStyle, error) {
	r := styleReader{custom: map[string]cellStyle{}}
	err := a.WalkOwn(part, r.visit)
	return r.styles(), err
}

// kronor is how amounts are shown where a workbook leaves it to the country.
var kronor = formatStyle(`#,##0.00\ "kr"`)

// builtinStyle is for the formats that every workbook has without saying so.
func builtinStyle(id int) cellStyle {
	switch {
	case id >= 5 && id <= 8, id == 42, id == 44:
		return kronor
	}
	return cellStyle{look: builtinLook(id)}
}

// builtinLook is what those formats make of numbers; 27–36 and 50–58 are dates in East Asian versions.
func builtinLook(id int) look {
	switch {
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return lookDate
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47:
		return lookTime
	}
	return lookNumber
}

// reParts are parts of seconds, the only digits that a time has.
var reParts = regexp.MustCompile(`s[.,]0+`)

// formatLook reads a format code such as `d\ mmmm\ yyyy;@` or `[h]:mm`. Only
// the first section, for positive numbers, decides.
func formatLook(code string) look {
	bare, elapsed := bareFormat(code)
	if elapsed {
		return lookTime
	}
	bare = strings.ToLower(bare)
	if bare == "" || strings.HasPrefix(bare, "general") || strings.HasPrefix(bare, "standard") {
		return lookNumber
	}
	if strings.ContainsAny(bare, "#?@%0") && strings.ContainsAny(reParts.ReplaceAllString(bare, ""), "#?@%0") {
		return lookNumber
	}
	clock := strings.ContainsAny(bare, "hs")
	if clock {
		bare = strings.ReplaceAll(strings.ReplaceAll(bare, "am/pm", ""), "a/p", "")
	}
	switch {
	case strings.ContainsAny(bare, "ydå"), strings.Contains(bare, "m") && !clock:
		return lookDate
	case clock:
		return lookTime
	}
	return lookNumber
}

// bareFormat gives the first section without quoted text, escapes, colours
// and locales, and says whether it counts elapsed time.
func bareFormat(code string) (bare string, elapsed bool) {
	var out strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case ';':
			return out.String(), false
		case '\\', '_', '*':
			i++
		case '"':
			end := strings.IndexByte(code[i+1:], '"')
			if end < 0 {
				return out.String(), false
			}
			i += end + 1
		case '[':
			end := strings.IndexByte(code[i:], ']')
			if end < 0 {
				return out.String(), false
			}
			if inside := strings.ToLower(code[i+1 : i+end]); inside != "" && strings.Trim(inside, "hms") == "" {
				return "", true
			}
			i += end
		default:
			out.WriteByte(c)
		}
	}
	return out.String(), false
}
