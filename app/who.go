package app

import (
	"fmt"
	"strings"
	"unicode"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/text"
)

// mostWho is how many characters a name in the journal may have.
const mostWho = 100

// signature is a name as the journal writes it: on one line, and no longer than a
// name is.
func signature(who string) string {
	who = text.OneLine(who)
	if rs := []rune(who); len(rs) > mostWho {
		who = string(rs[:mostWho])
	}
	return who
}

// Who is the user as the journal names her: by the name that she has chosen, else as
// the computer knows her.
func (p *Portfolio) Who() string { return *p.signs.Load() }

// Login is the user as the computer knows her. Views and choices that nobody else sees
// are hers by it, whatever name she has chosen for the journal.
func (p *Portfolio) Login() string { return p.deps.Who }

// SignAs lets the journal name the user so from now on; "" is as the computer knows
// her. What is in the journal already stays as it is, and what she has done in this
// opening is hers to undo under either name. The fault is Invalid for what can't be a name.
func (p *Portfolio) SignAs(name string) error {
	name, err := SignatureOf(name)
	if err != nil {
		return err
	}
	if name == "" {
		name = p.deps.Who
	}
	p.signs.Store(&name)
	p.stack.mine(name)
	return nil
}

// SignatureOf is a name as it would stand in the journal, "" for none. The fault is
// Invalid: it is too long, or has no letter.
func SignatureOf(name string) (string, error) {
	name = strings.TrimSpace(text.OneLine(name))
	switch {
	case name == "":
		return "", nil
	case len([]rune(name)) > mostWho:
		return "", fault.New(fault.Invalid, fmt.Sprintf("Namnet är längre än %d tecken. Inget har ändrats. Skriv ett kortare.", mostWho))
	case strings.IndexFunc(name, unicode.IsLetter) < 0:
		return "", fault.New(fault.Invalid, "Namnet har ingen bokstav. Inget har ändrats. Skriv ditt namn, till exempel Anna Ek.")
	}
	return name, nil
}
