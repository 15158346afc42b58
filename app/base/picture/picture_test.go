package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"

	"itportfoljen/app/base/fault"
	"itportfoljen/app/base/picture"
)

func small() image.Image { return image.NewNRGBA(image.Rect(0, 0, 30, 20)) }

func pngOf(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, small(), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb is a small PNG that says that it is w × h.
func bomb(t testing.TB, w, h uint32) []byte {
	t.Helper()
	b := pngOf(t, small())
	binary.BigEndian.PutUint32(b[16:], w)
	binary.BigEndian.PutUint32(b[20:], h)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestPicturesAreCheckedBeforeTheyAreUnpacked(t *testing.T) {
	whole := jpegOf(t)
	layers := append(bytes.Clone(whole), bytes.Repeat([]byte{0xff, 0xda}, 100)...)
	for name, c := range map[string]struct {
		data []byte
		want fault.Code
		says string
	}{
		"png":              {pngOf(t, small()), "", ""},
		"jpeg":             {whole, "", ""},
		"as large as may":  {pngOf(t, image.NewGray(image.Rect(0, 0, 2000, 2000))), "", ""},
		"too many pixels":  {bomb(t, 2001, 2000), fault.TooLarge, "2\u00a0001 × 2\u00a0000"},
		"a 2 GB bomb":      {bomb(t, 25_000, 21_000), fault.TooLarge, "25\u00a0000 × 21\u00a0000"},
		"beyond an int32":  {bomb(t, 1<<31-1, 1<<31-1), fault.Unreadable, "skadad"},
		"a thread":         {bomb(t, 4001, 1), fault.TooLarge, "bildpunkter"},
		"too many bytes":   {append(pngOf(t, small()), make([]byte, picture.MostBytes)...), fault.TooLarge, "2 MB"},
		"a jpeg of layers": {layers, fault.TooLarge, "lager"},
		"a text":           {[]byte("inte en bild"), fault.Unreadable, "varken PNG eller JPEG"},
		"a gif":            {[]byte("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), fault.Unreadable, "varken PNG eller JPEG"},
		"an svg":           {[]byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), fault.Unreadable, "varken PNG eller JPEG"},
		"a cut head":       {pngOf(t, small())[:20], fault.Unreadable, "skadad"},
		"nothing":          {nil, fault.Unreadable, "varken"},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		err := picture.Check(c.data)
		runtime.ReadMemStats(&after)
		if got := fault.CodeOf(err); got != c.want || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", name, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 1<<20 {
			t.Errorf("%s: looking at it took %d bytes", name, used)
		}
		img, err := picture.Decode(c.data)
		if fault.CodeOf(err) != c.want || (img == nil) != (err != nil) {
			t.Errorf("%s: decoded %v, %v", name, img != nil, err)
		}
		if _, err := picture.Read(bytes.NewReader(c.data)); fault.CodeOf(err) != c.want {
			t.Errorf("%s: read %v", name, err)
		}
	}
	cut := pngOf(t, small())
	if _, err := picture.Decode(cut[:len(cut)-30]); fault.CodeOf(err) != fault.Unreadable {
		t.Errorf("a cut picture: %v", err)
	}
}

func TestPicturesInFields(t *testing.T) {
	data := pngOf(t, small())
	for name, c := range map[string]struct {
		text string
		want fault.Code
		data []byte
	}{
		"none":     {" ", "", nil},
		"as kept":  {picture.Text(data), "", data},
		"data URL": {"data:image/png;base64," + picture.Text(data), "", data},
		"no text":  {"inte base64!", fault.Unreadable, nil},
		"a bomb":   {picture.Text(bomb(t, 30_000, 30_000)), fault.TooLarge, nil},
		"endless":  {strings.Repeat("A", 4<<20), fault.TooLarge, nil},
	} {
		got, err := picture.FromText(c.text)
		if fault.CodeOf(err) != c.want || err == nil && !bytes.Equal(got, c.data) {
			t.Errorf("%s: %d bytes, %v", name, len(got), err)
		}
	}
}
