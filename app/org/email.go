package org

import (
	"fmt"
	"net/mail"
	"strings"

	"itportfoljen/app/base/fault"
)

func email(s string) (string, error) {
	a, err := mail.ParseAddress(strings.TrimPrefix(strings.ToLower(s), "mailto:"))
	if err != nil {
		return "", fault.New(fault.Invalid, fmt.Sprintf("”%s” är ingen e-postadress. Skriv till exempel anna.ek@kommunen.se.", s))
	}
	return a.Address, nil
}
