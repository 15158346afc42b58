package wiring

import (
	"os"
	"os/user"
	"strings"

	"itportfoljen/app/base/text"
)

// Who is the user's name as the system knows it: the full name where there is
// one, else the account. ITP_WHO goes before both.
func Who() string { return text.OneLine(who()) }

func who() string {
	if s := strings.TrimSpace(os.Getenv("ITP_WHO")); s != "" {
		return s
	}
	if u, err := user.Current(); err == nil {
		if name := withoutDomain(u.Name); name != "" && u.Uid != "0" {
			return name
		}
		if name := withoutDomain(u.Username); name != "" {
			return name
		}
	}
	for _, key := range []string{"USER", "USERNAME", "LOGNAME"} {
		if s := os.Getenv(key); s != "" {
			return s
		}
	}
	return "okänd"
}

// withoutDomain takes away a Windows domain: "EKVALLA\\annaek" is "annaek".
func withoutDomain(name string) string {
	return strings.TrimSpace(name[strings.LastIndex(name, `\`)+1:])
}

// atHost tells others who has a file open.
func atHost(who string) string {
	if host, err := os.Hostname(); err == nil && host != "" {
		return who + "@" + text.OneLine(host)
	}
	return who
}
