package help

import (
	"regexp"
	"strings"
	"sync"

	"itportfoljen/app/base/text"
	"itportfoljen/docs"
	"itportfoljen/ui/widgets"
)

// The sorts of blocks that the handbook is written with.
const (
	paragraph = iota
	item      // of a list
	listing   // as it is written
	table
	shot // a picture
)

// block is a part of a section.
type block struct {
	sort  int
	lead  string // of an item: its bullet or number
	runs  []widgets.Run
	rows  [][][]widgets.Run // of a table, its headings first
	file  string            // of a picture
	plain string            // what search looks in
}

// section is what stands under a heading, up to the next.
type section struct {
	title, anchor string
	level         int // 1 is the chapter's
	chapter       int // of the chapter that it is in, among all sections
	blocks        []block
}

// books are the handbook and what it leads to, each read when it is first asked for.
var books sync.Map // by name, []*section

// book is the handbook, or a text that it leads to, in sections; nil when there is none of the
// name.
func book(name string) []*section {
	if known, ok := books.Load(name); ok {
		return known.([]*section)
	}
	source, err := docs.Files.ReadFile(name)
	if err != nil {
		return nil
	}
	sections := read(string(source))
	books.Store(name, sections)
	return sections
}

// split divides what a link leads to into a text and an anchor in it, of a link in a text.
func split(link, in string) (name, anchor string, ok bool) {
	name, anchor, _ = strings.Cut(link, "#")
	if name == "" {
		name = in
	}
	if !strings.HasSuffix(name, ".md") {
		return "", "", false
	}
	sections := book(name)
	return name, anchor, sections != nil && (anchor == "" || at(name, anchor) != nil)
}

// read divides a text into sections, each with its blocks. It reads what the handbook is
// written with, and no more of Markdown.
func read(source string) (out []*section) {
	var now *section
	var lines []string // of the block that is read
	flush := func() {
		if now != nil && len(lines) > 0 {
			now.blocks = append(now.blocks, blocks(lines)...)
		}
		lines = nil
	}
	for line := range strings.Lines(source) {
		line = strings.TrimRight(line, "\r\n")
		hashes := len(line) - len(strings.TrimLeft(line, "#"))
		switch {
		case hashes > 0 && strings.HasPrefix(line[hashes:], " "):
			flush()
			title := strings.TrimSpace(line[hashes:])
			now = &section{title: title, anchor: anchorOf(title), level: max(1, hashes-1), chapter: len(out)}
			if hashes > 2 && len(out) > 0 {
				now.chapter = out[len(out)-1].chapter
			}
			out = append(out, now)
		case line == "":
			flush()
		default:
			if len(lines) > 0 && starts(line) && !strings.HasPrefix(lines[0], "    ") {
				flush()
			}
			lines = append(lines, line)
		}
	}
	flush()
	return out
}

var (
	reItem    = regexp.MustCompile(`^(- |\d+\. )`)
	rePicture = regexp.MustCompile(`^!\[([^\]]*)\]\(([^)]+)\)$`)
	reInline  = regexp.MustCompile("`[^`]+`" + `|\[((?:[^\]\\]|\\.)+)\]\(([^)]+)\)|\*{1,3}`)
	notAnchor = regexp.MustCompile(`[^\p{L}\p{N} _-]`)
)

// starts says that a line begins a block though no empty line stands before it.
func starts(line string) bool {
	return reItem.MatchString(line) || rePicture.MatchString(line)
}

// anchorOf is what links to a heading have after #.
func anchorOf(title string) string {
	return strings.ReplaceAll(notAnchor.ReplaceAllString(strings.ToLower(title), ""), " ", "-")
}

func blocks(lines []string) []block {
	first := lines[0]
	switch {
	case strings.HasPrefix(first, "    "):
		for i, l := range lines {
			lines[i] = strings.TrimPrefix(l, "    ")
		}
		plain := strings.Join(lines, "\n")
		return []block{{sort: listing, runs: []widgets.Run{{Text: plain, Code: true}}, plain: plain}}
	case strings.HasPrefix(first, "|"):
		return []block{tabled(lines)}
	}
	if m := rePicture.FindStringSubmatch(first); m != nil {
		b := block{sort: shot, file: m[2], plain: m[1]}
		if len(lines) > 1 {
			return append([]block{b}, blocks(lines[1:])...)
		}
		return []block{b}
	}
	b := block{sort: paragraph}
	if m := reItem.FindString(first); m != "" {
		b.sort, b.lead = item, strings.TrimSpace(m)
		if b.lead == "-" {
			b.lead = "•"
		}
		lines[0] = strings.TrimPrefix(first, m)
	}
	for i, l := range lines {
		lines[i] = strings.TrimSpace(l)
	}
	b.runs = inline(strings.Join(lines, " "))
	b.plain = plainOf(b.runs)
	return []block{b}
}

func tabled(lines []string) block {
	b := block{sort: table}
	var all []string
	for i, l := range lines {
		if i == 1 { // the rule under the headings
			continue
		}
		var row [][]widgets.Run
		for _, cell := range strings.Split(strings.Trim(strings.TrimSpace(l), "|"), "|") {
			runs := inline(strings.TrimSpace(cell))
			row = append(row, runs)
			all = append(all, plainOf(runs))
		}
		b.rows = append(b.rows, row)
	}
	b.plain = strings.Join(all, "\n")
	return b
}

// inline divides a text into runs: `code`, **strong**, *emphasis* and links.
func inline(s string) (out []widgets.Run) {
	var bold, italic bool
	add := func(r widgets.Run) {
		if r.Text != "" {
			out = append(out, r)
		}
	}
	for s != "" {
		at := reInline.FindStringSubmatchIndex(s)
		if at == nil {
			break
		}
		add(widgets.Run{Text: s[:at[0]], Bold: bold, Italic: italic})
		found := s[at[0]:at[1]]
		switch {
		case found[0] == '`':
			add(widgets.Run{Text: strings.Trim(found, "`"), Code: true})
		case found[0] == '[':
			for _, r := range inline(s[at[2]:at[3]]) {
				r.Bold, r.Italic, r.Link = r.Bold || bold, r.Italic || italic, s[at[4]:at[5]]
				add(r)
			}
		case italic == bold && len(found) == 3:
			bold, italic = !bold, !italic
		case len(found) == 2:
			bold = !bold
		case len(found) == 1:
			italic = !italic
		default: // one of the two ends here, and the other somewhere else
			bold, italic = !bold, !italic
		}
		s = s[at[1]:]
	}
	add(widgets.Run{Text: s, Bold: bold, Italic: italic})
	return out
}

// darkOf is the picture that shows the same in the dark.
func darkOf(file string) string { return strings.TrimSuffix(file, ".png") + "-mork.png" }

func plainOf(runs []widgets.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// at is the section of a text that an anchor leads to, nil for none.
func at(name, anchor string) *section {
	for _, s := range book(name) {
		if s.anchor == anchor {
			return s
		}
	}
	return nil
}

// About is the anchor of the section that is about something that the window calls name: the
// one whose heading it is, else the one that has it as a word that it explains, in the chapter
// of the page's own anchor first; in no other when only what is near counts. "" for none.
func About(name, page string, near bool) string {
	want := text.Fold(strings.Trim(name, " …:"))
	if want == "" {
		return ""
	}
	home := -1
	if s := at(docs.Handbook, page); s != nil {
		home = s.chapter
	}
	found := ""
	for _, s := range book(docs.Handbook) {
		if title := text.Fold(s.title); title == want || strings.HasPrefix(title, want+" (") {
			return s.anchor
		}
		explained := false
		for _, b := range s.blocks {
			for _, r := range b.runs {
				explained = explained || r.Bold && text.Fold(strings.Trim(r.Text, " …:.")) == want
			}
		}
		if explained && (s.chapter == home || !near) && (found == "" || s.chapter == home && at(docs.Handbook, found).chapter != home) {
			found = s.anchor
		}
	}
	return found
}
