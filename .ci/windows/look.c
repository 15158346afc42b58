// Tells what a person at the computer would see of the program, for
// .ci/windows-smoke:
//
//	look SECONDS   waits for its window or its message, at most so long, and prints
//	               "window|message LEFT TOP RIGHT BOTTOM of WIDTH HEIGHT" and what it says
//	look close     asks it to close
#include <windows.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static HWND found;

static BOOL CALLBACK each(HWND w, LPARAM unused) {
	WCHAR title[256];
	if (!IsWindowVisible(w) || !GetWindowTextW(w, title, 256) || !wcsstr(title, L"IT-portf\x00F6ljen")) return TRUE;
	found = w;
	return FALSE;
}

static void print(HWND w) {
	WCHAR text[2048];
	char utf8[8192];
	if (w && GetWindowTextW(w, text, 2048) && WideCharToMultiByte(CP_UTF8, 0, text, -1, utf8, sizeof utf8, NULL, NULL)) puts(utf8);
}

int main(int argc, char **argv) {
	WCHAR class[64];
	RECT r;
	int tries;
	if (argc < 2) return 2;
	SetProcessDPIAware();
	for (tries = 4 * atoi(argv[1]); EnumWindows(each, 0), !found && tries > 0; tries--) Sleep(250);
	if (!found) return 1;
	if (!strcmp(argv[1], "close")) return !PostMessageW(found, WM_CLOSE, 0, 0);
	Sleep(1000); // it may still be finding its place
	GetClassNameW(found, class, 64);
	GetWindowRect(found, &r);
	printf("%s %ld %ld %ld %ld of %d %d\n", wcscmp(class, L"#32770") ? "window" : "message", r.left, r.top, r.right, r.bottom,
		GetSystemMetrics(SM_CXSCREEN), GetSystemMetrics(SM_CYSCREEN));
	print(found);
	print(GetDlgItem(found, 0xFFFF));
	return 0;
}
