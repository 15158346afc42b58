package excel

import (
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

// styleLooks reads what each cell style makes of a number.
func (a *archive) styleLooks(part string) ([]look, error) {
	custom := map[int]look{}
	var looks []look
	inXfs := false
	err := a.Walk(part, func(s *scanner, tok token) error {
		name := string(s.Name)
		switch {
		case tok == tokText || tok == tokEOF:
		case name == "cellXfs":
			inXfs = tok == tokStart
		case tok == tokStart && name == "numFmt":
			if id, err := strconv.Atoi(string(s.Attr("numFmtId"))); err == nil {
				custom[id] = formatLook(string(s.Attr("formatCode")))
			}
		case tok == tokStart && name == "xf" && inXfs:
			id, _ := strconv.Atoi(string(s.Attr("numFmtId")))
			look, ok := custom[id]
			if !ok {
				look = builtinLook(id)
			}
			looks = append(looks, look)
		}
		return nil
	})
	return looks, err
}

// builtinLook is for the formats that every workbook has without saying so;
// 27–36 and 50–58 are dates in East Asian versions.
func builtinLook(id int) look {
	switch {
	case id >= 14 && id <= 17, id == 22, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return lookDate
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47:
		return lookTime
	}
	return lookNumber
}

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
	clock := strings.ContainsAny(bare, "hs")
	if clock {
		bare = strings.ReplaceAll(strings.ReplaceAll(bare, "am/pm", ""), "a/p", "")
	}
	if strings.ContainsAny(bare, "#?@%") || strings.Contains(strings.ReplaceAll(bare, "s.0", ""), "0.") {
		return lookNumber
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
