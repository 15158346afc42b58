package sqlite

import (
	"bytes"
	"context"
	"crypto/rand"
	"database/sql/driver"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// A mark tells whether a rollback journal belongs to a portfolio: SQLite would
// roll any journal that lies beside a file back into it, also another file's or
// one from another time. Every transaction first gives the file a new mark,
// which names the one before and the journal's own random number. So the first
// page in a journal holds the mark of the file before the transaction, and the
// file holds either that one still or the one that came after it.
type mark struct {
	now, before [16]byte
	journal     uint32 // what SQLite put into the journal's head
}

// The first table ever made begins on page 2, and holds nothing but the mark.
const (
	markPage   = 2
	markTable  = "CREATE TABLE mark (id INTEGER PRIMARY KEY CHECK (id = 1), mark BLOB NOT NULL) STRICT;\n"
	insertMark = "INSERT INTO mark (id, mark) VALUES (1, ?)"
	updateMark = "UPDATE mark SET mark = ?"
)

var markHead = []byte("itpf-mark")

const markSize = 9 + 16 + 16 + 4

func (m mark) bytes() []byte {
	b := make([]byte, 0, markSize)
	b = append(b, markHead...)
	b = append(b, m.now[:]...)
	b = append(b, m.before[:]...)
	return binary.BigEndian.AppendUint32(b, m.journal)
}

// markIn finds the mark in a page. SQLite wipes what it frees within a page, so
// there is one.
func markIn(page []byte) (m mark, ok bool) {
	i := bytes.Index(page, markHead)
	if i < 0 || len(page) < i+markSize {
		return m, false
	}
	b := page[i+len(markHead):]
	copy(m.now[:], b)
	copy(m.before[:], b[16:])
	m.journal = binary.BigEndian.Uint32(b[32:])
	return m, true
}

// next is a new mark after this one.
func (m mark) next() mark {
	out := mark{before: m.now}
	_, _ = rand.Read(out.now[:]) // never fails
	return out
}

// mark reads the file's mark.
func (c *conn) mark(ctx context.Context) (m mark, err error) {
	err = c.each(ctx, "SELECT mark FROM mark", nil, func(row []driver.Value) error {
		b, _ := row[0].([]byte)
		m, _ = markIn(b)
		return nil
	})
	return m, err
}

// remark gives the file a new mark; it is the first thing in a transaction. Only
// when the first page is on its way has the journal its number. A file that is
// being built has no journal, and no name here.
func (c *conn) remark(ctx context.Context, file string) (mark, error) {
	old, err := c.mark(ctx)
	if err != nil {
		return mark{}, err
	}
	m := old.next()
	n, err := c.exec(updateMark, m.bytes())
	if err := mustTouch(n, err); err != nil || file == "" {
		return m, err
	}
	head, err := readJournalHead(file + "-journal")
	if err != nil {
		return m, fmt.Errorf("reading the journal's head: %w", err)
	}
	m.journal = head.number
	_, err = c.exec(updateMark, m.bytes())
	return m, err
}

// journalHead is the beginning of a rollback journal, as SQLite's file format
// document describes it.
type journalHead struct {
	sound            bool // the magic is there; it isn't before the journal is durable
	pages            uint32
	number           uint32 // random; part of the sums
	sector, pageSize uint32
}

var journalMagic = []byte{0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7}

const journalHeadSize = 28

func readJournalHead(path string) (h journalHead, err error) {
	f, err := os.Open(path)
	if err != nil {
		return h, err
	}
	defer f.Close()
	return parseJournalHead(f)
}

func parseJournalHead(f io.ReaderAt) (h journalHead, err error) {
	b := make([]byte, journalHeadSize)
	if _, err := f.ReadAt(b, 0); err != nil {
		return h, err
	}
	h.sound = bytes.Equal(b[:8], journalMagic)
	h.pages = binary.BigEndian.Uint32(b[8:])
	h.number = binary.BigEndian.Uint32(b[12:])
	h.sector = binary.BigEndian.Uint32(b[20:])
	h.pageSize = binary.BigEndian.Uint32(b[24:])
	return h, nil
}

// searched is how many pages into a journal the mark's page is looked for. It
// is the first or, after a page that SQLite itself needed, nearly.
const searched = 16

// belongs says whether the rollback journal beside a file is of a transaction
// of this very file, which SQLite may take back.
func belongs(file string) (bool, error) {
	if odd(file + "-journal") {
		return false, nil
	}
	j, err := os.Open(file + "-journal")
	if err != nil {
		return false, err
	}
	defer j.Close()
	head, err := parseJournalHead(j)
	switch {
	case errors.Is(err, io.EOF):
		return false, nil
	case err != nil:
		return false, err
	case !head.sound || namesOther(j):
		return false, nil
	}
	page, size, err := readMarkPage(file)
	if err != nil {
		return false, err
	}
	if head.pageSize != size || head.sector < journalHeadSize || head.sector > 1<<16 {
		return false, nil
	}
	was, ok, err := markBefore(j, head)
	if err != nil || !ok {
		return false, err
	}
	is, ok := markIn(page)
	// A page torn by a power cut has no mark; then the journal has its sound copy.
	return !ok || is.now == was.now || is.before == was.now && is.journal == head.number, nil
}

// markBefore finds the mark that the journal would bring back.
func markBefore(j io.ReaderAt, head journalHead) (m mark, ok bool, err error) {
	record := make([]byte, 4+head.pageSize+4)
	for n := range min(head.pages, searched) {
		switch _, err := j.ReadAt(record, int64(head.sector)+int64(n)*int64(len(record))); {
		case errors.Is(err, io.EOF):
			return m, false, nil
		case err != nil:
			return m, false, err
		}
		if binary.BigEndian.Uint32(record) == markPage {
			m, ok = markIn(record[4 : 4+head.pageSize])
			return m, ok, nil
		}
	}
	return m, false, nil
}

// namesOther says whether the journal ends with the name of one that governs
// several files, which ours never does and SQLite might remove.
func namesOther(j *os.File) bool {
	info, err := j.Stat()
	if err != nil || info.Size() < 8 {
		return false
	}
	end := make([]byte, 8)
	_, err = j.ReadAt(end, info.Size()-8)
	return err == nil && bytes.Equal(end, journalMagic)
}

// header is what the first bytes of a file say of it, without SQLite.
type header struct {
	pageSize    uint32
	log         bool // written with a write-ahead log
	schema      int32
	application uint32
}

const headerSize = 100

func readHeader(file string) (h header, err error) {
	f, err := os.Open(file)
	if err != nil {
		return h, err
	}
	defer f.Close()
	b := make([]byte, headerSize)
	switch _, err := f.ReadAt(b, 0); {
	case errors.Is(err, io.EOF):
		return h, nil // too short for a portfolio
	case err != nil:
		return h, err
	}
	if !bytes.HasPrefix(b, []byte("SQLite format 3\x00")) {
		return h, nil
	}
	h.pageSize = uint32(binary.BigEndian.Uint16(b[16:]))
	if h.pageSize == 1 {
		h.pageSize = 1 << 16
	}
	h.log = b[18] == 2 || b[19] == 2
	h.schema = int32(binary.BigEndian.Uint32(b[60:]))
	h.application = binary.BigEndian.Uint32(b[68:])
	return h, nil
}

// ours says whether the file is marked as a portfolio.
func (h header) ours() bool { return h.application == application && h.schema >= 1 }

// readMarkPage reads the page with the mark past SQLite, and the size of pages.
func readMarkPage(file string) (page []byte, size uint32, err error) {
	h, err := readHeader(file)
	if err != nil {
		return nil, 0, err
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	page = make([]byte, h.pageSize)
	if _, err = f.ReadAt(page, int64(h.pageSize)*(markPage-1)); errors.Is(err, io.EOF) {
		return nil, h.pageSize, nil // cut off: no mark
	}
	return page, h.pageSize, err
}
