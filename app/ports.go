package app

import (
	"context"
	"image"
	"io"

	"itportfoljen/app/document"
	"itportfoljen/app/exchange/booked"
	"itportfoljen/app/exchange/sheet"
	"itportfoljen/app/field"
	"itportfoljen/app/ledger"
)

// Services is the world outside as the programs need it: files, workbooks,
// reports. The composition root in cmd fills it in; tests put fakes here.
// Progress functions get 0–1 and may be nil.
type Services struct {
	// Open opens a portfolio file, and tells of one that must be unpacked first
	// by fault.Encrypted or fault.Packed; Create makes one and Example one with a
	// made-up municipality of a size (S, M, L, XL). Either gets its name when it
	// is whole.
	Open    func(ctx context.Context, path string, a Access) (*Portfolio, error)
	Create  func(ctx context.Context, path string, b Beginning) (*Portfolio, error)
	Example func(ctx context.Context, path, size string, seed uint64) (*Portfolio, error)

	// Copy writes a whole copy of an open portfolio to path, over a file that the
	// user has said may go but never over a portfolio that anyone has open.
	Copy func(ctx context.Context, p *Portfolio, path string) error

	// Models lists the governance models that ship with the program.
	Models func() []ModelFile

	// ReadBook reads a workbook, a CSV file or a JSON document of ours.
	ReadBook func(ctx context.Context, path string, progress func(float64)) (*sheet.Book, error)
	// ReadLedger reads a ledger: a SIE file, or a table in a file that ReadBook reads.
	ReadLedger func(ctx context.Context, path string, o booked.Options, progress func(float64)) (*ledger.Book, error)
	// WriteBook writes a workbook (.xlsx) and WriteTable a table (.csv), each
	// whole or not at all.
	WriteBook  func(ctx context.Context, path string, b sheet.OutBook, progress func(float64)) error
	WriteTable func(ctx context.Context, path string, t sheet.Out) error
	// WriteFile writes any file whole or not at all.
	WriteFile func(path string, write func(io.Writer) error) error
	// Replaceable tells whether a file lies at a path that WriteFile would replace; one that
	// another program holds open is a fault.Locked. nil: nobody knows.
	Replaceable func(path string) (there bool, err error)
	// OpenFile opens a file or a folder with the system's own program for it.
	OpenFile func(path string) error
	// Reach looks for files. A place that doesn't answer is given up after a few
	// seconds.
	Reach document.Reach
	// Sharing tells who else gets at a file. It may have to wait for the place.
	Sharing func(path string) Sharing

	// KeepCopy keeps a copy of a portfolio, unless nothing has changed since the
	// last one or, for CopyOpening, there is one of today; it tells whether it
	// made one. A place that doesn't answer is given up after a few seconds.
	// A fault.Damaged says that the portfolio itself is, whatever became of the copy.
	KeepCopy func(ctx context.Context, p *Portfolio, why CopyReason) (made bool, err error)
	// Copies lists the copies of the portfolio at path, or of all for "", newest
	// first.
	Copies func(ctx context.Context, path string) ([]Copy, error)
	// Restore unpacks a copy and puts it at path, where nobody may have it open.
	// What was there is kept beside it, under a name that is given; "" when
	// nothing was. A copy that needs another passphrase is a fault.Encrypted.
	Restore func(ctx context.Context, copy, passphrase, path string) (kept string, err error)
	// Repair makes a new portfolio of what can be read of a damaged one, which is
	// left as it is, and of copies of it. Faults: Unreadable (nothing of a portfolio is
	// left), Conflict, Packed and Encrypted (unpack it first), DiskFull.
	Repair func(ctx context.Context, r Repairing) (Repaired, error)
	// Encrypt writes a whole copy that opens only with its passphrase.
	Encrypt func(ctx context.Context, p *Portfolio, path, passphrase string) error
	// CopyPlace tells where copies are kept and ChooseCopyPlace decides, "" for
	// the user's own data folder.
	CopyPlace       func() (CopyPlace, error)
	ChooseCopyPlace func(dir string) error

	// Reports lists the reports; Report builds one with its settings, and Bind several as one
	// document under a title. told, which may be nil, hears which is being made.
	Reports func() []ReportInfo
	Report  func(ctx context.Context, p *Portfolio, name string, settings map[string]string) (Report, error)
	// Print lays out a list as a page shows it. nil: nothing does.
	Print func(ctx context.Context, p *Portfolio, t Paper) (Report, error)
	Bind  func(ctx context.Context, p *Portfolio, title string, files []PacketFile, told func(i int)) (Report, error)
}

// Sharing is how others get at a file besides this computer.
type Sharing struct {
	Synced  string // the program that copies it to other computers, "OneDrive"; "" for none
	Network bool   // it is on another computer's disk
}

// ModelFile is a governance model that ships with the program.
type ModelFile struct {
	ID, Name, Description string
	Data                  []byte
}

// ReportInfo describes a report to choose.
type ReportInfo struct {
	Name, Title, For, Description string
	Also                          []string // other words that people look for it by
	Group                         ReportGroup
	Settings                      []ReportSetting
}

// ReportGroup is whom a report is made for, among which it is offered.
type ReportGroup string

// The groups, in the order in which they are offered.
const (
	ReportsForLeaders     ReportGroup = "leaders"
	ReportsForControllers ReportGroup = "controllers"
	ReportsForForums      ReportGroup = "forums"
	ReportsForUnits       ReportGroup = "units"
	ReportsForAll         ReportGroup = "" // registers and cards
	ReportsToSign         ReportGroup = "sign"
)

// ReportGroups are all groups in the order in which they are offered.
var ReportGroups = []ReportGroup{ReportsForLeaders, ReportsForControllers, ReportsForForums, ReportsForUnits, ReportsForAll, ReportsToSign}

// Label is the group's heading.
func (g ReportGroup) Label() string {
	switch g {
	case ReportsForLeaders:
		return "För ledningen"
	case ReportsForControllers:
		return "För controllern"
	case ReportsForForums:
		return "För forum"
	case ReportsForUnits:
		return "För förvaltningarna"
	case ReportsToSign:
		return "Att skriva under"
	}
	return "För alla"
}

// ReportSetting is something a report may be told, as text.
type ReportSetting struct {
	Key, Label, Help, Default string
	Kind                      SettingKind
	Choices                   []string    // empty: whatever Kind takes
	Of                        *field.Kind // whose columns they are, or a record of which it takes
	Needed                    bool        // a unit or a record that the report can't do without
}

// SettingKind says what a report's setting takes.
type SettingKind string

// The kinds of setting.
const (
	SettingText      SettingKind = ""
	SettingLongText  SettingKind = "longtext" // several sentences
	SettingDate      SettingKind = "date"     // ISO; not remembered, since it is of its day
	SettingSince     SettingKind = "since"    // a day, or what was fixed on one: Portfolio.Sinces
	SettingYear      SettingKind = "year"
	SettingUnit      SettingKind = "unit"      // a unit's path
	SettingPortfolio SettingKind = "portfolio" // a portfölj of the model, by its key or name; not asked where the model has none
	SettingRecord    SettingKind = "record"    // a record of Of, by identity, number or name
	SettingColumns   SettingKind = "columns"   // field keys, parted by commas
	SettingSections  SettingKind = "sections"  // some of the choices, parted by commas
	SettingStatus    SettingKind = "status"    // utkast or fastställd, the first choice being the draft
)

// Report is a report laid out: what the picture shows is what is printed.
type Report interface {
	Title() string
	Pages() int
	Image(page int, dpi float64) image.Image // page from 0
	// PDF writes the file. progress gets 0–1 and may be nil; given up it is a fault.Canceled.
	PDF(ctx context.Context, progress func(float64)) ([]byte, error)
	// Remarks are what whoever orders the report should know of it, in whole
	// Swedish sentences, such as what the paper is too narrow for.
	Remarks() []string
}
