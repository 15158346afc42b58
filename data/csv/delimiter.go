package csv

import "strings"

// delimiter finds what separates the fields, takes away a first line such as
// "sep=;" that says so, and tells how many lines that were taken.
func delimiter(text string) (rest string, comma byte, skipped int) {
	line, after, _ := strings.Cut(text, "\n")
	if hint := strings.TrimRight(line, "\r"); len(hint) == 5 && strings.EqualFold(hint[:4], "sep=") && strings.Contains(";,|\t", hint[4:]) {
		return after, hint[4], 1
	}
	best := -1.0
	comma = ';'
	for _, candidate := range []byte{';', '\t', ',', '|'} {
		score, perfect := consistency(text, candidate)
		if perfect && candidate != ',' && candidate != '|' {
			return text, candidate, 0 // commas inside such fields are decimals or prose
		}
		if score > best+1e-9 {
			best, comma = score, candidate
		}
	}
	return text, comma, 0
}

const (
	sampleText    = 256 << 10
	sampleRecords = 200
)

// consistency is the share of the first records that have the most usual
// number of fields, with a little more for many fields. Where most records are
// single, such as titles above a small table, it is nearly 0. Perfect is when
// all records have the same number, and that is more than one.
func consistency(text string, comma byte) (score float64, perfect bool) {
	usual, times, records := mostUsual(fieldCounts(text, comma))
	if records == 0 {
		return 0, false
	}
	if usual == 1 {
		return 0.01 * float64(records-times) / float64(records), false
	}
	return float64(times)/float64(records) + 0.1*(1-1/float64(usual)), times == records
}

// fieldCounts counts the first records by their number of fields. Those whose quotes are
// doubtful count, line by line, only where all are.
func fieldCounts(text string, comma byte) map[int]int {
	whole := len(text) <= sampleText
	if !whole {
		text = text[:sampleText]
	}
	p := newParser(text, comma)
	counts, doubtful := map[int]int{}, map[int]int{}
	var fields []string
	for records := 0; p.pos < len(text) && records < sampleRecords; {
		start, in := p.pos, counts
		var how quoting
		if fields, how = p.byRule(fields[:0]); how == broken || how == swallowing && p.spans(start) {
			p.pos, in = start, doubtful
			fields = p.literally(fields[:0])
		}
		if p.pos == len(text) && !whole && records > 0 {
			break // the last record is cut off
		}
		if len(fields) > 1 || fields[0] != "" {
			in[len(fields)]++
			records++
		}
	}
	if len(counts) == 0 {
		return doubtful
	}
	return counts
}

// usualFields is how many fields most of the first records have.
func usualFields(text string, comma byte) int {
	usual, _, _ := mostUsual(fieldCounts(text, comma))
	return usual
}

// mostUsual is the most usual number of fields, how many records have it, and how many
// there are.
func mostUsual(counts map[int]int) (usual, times, records int) {
	usual = 1
	for n, c := range counts {
		records += c
		if c > times || c == times && n > usual {
			usual, times = n, c
		}
	}
	return usual, times, records
}
