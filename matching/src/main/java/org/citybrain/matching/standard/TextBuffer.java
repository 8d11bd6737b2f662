package org.citybrain.matching.standard;

import java.util.Arrays;

/** Characters that are reused from row to row, so that reading a file leaves no garbage. */
public final class TextBuffer {
    private char[] chars = new char[64];
    private int length;

    public int length() {
        return length;
    }

    public char[] chars() {
        return chars;
    }

    public char charAt(int i) {
        return chars[i];
    }

    public void clear() {
        length = 0;
    }

    public void cutTo(int shorter) {
        length = Math.min(length, shorter);
    }

    public TextBuffer append(char c) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
        }
        chars[length++] = c;
        return this;
    }

    public TextBuffer append(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            append(text.charAt(i));
        }
        return this;
    }

    /** Drops blanks at the end. */
    public void trimEnd() {
        while (length > 0 && chars[length - 1] == ' ') {
            length--;
        }
    }

    /** Appends UTF-8; a malformed byte becomes U+FFFD. */
    public void appendUtf8(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            int b = bytes[i++];
            if (b >= 0) {
                append((char) b);
            } else if ((b & 0xE0) == 0xC0 && i < to) {
                append((char) ((b & 0x1F) << 6 | bytes[i++] & 0x3F));
            } else if ((b & 0xF0) == 0xE0 && i + 1 < to) {
                append((char) ((b & 0x0F) << 12 | (bytes[i] & 0x3F) << 6 | bytes[i + 1] & 0x3F));
                i += 2;
            } else if ((b & 0xF8) == 0xF0 && i + 2 < to) {
                int point = (b & 7) << 18 | (bytes[i] & 0x3F) << 12 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F;
                append(Character.highSurrogate(point)).append(Character.lowSurrogate(point));
                i += 3;
            } else {
                append('\uFFFD');
            }
        }
    }

    /** Writes UTF-8 into a buffer, from a place behind which it has three bytes per character, and tells where it ends. */
    public int toUtf8(byte[] out, int from) {
        int n = from;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (c < 0x80) {
                out[n++] = (byte) c;
            } else if (c < 0x800) {
                out[n++] = (byte) (0xC0 | c >> 6);
                out[n++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(chars[i + 1])) {
                int point = Character.toCodePoint(c, chars[++i]);
                out[n++] = (byte) (0xF0 | point >> 18);
                out[n++] = (byte) (0x80 | point >> 12 & 0x3F);
                out[n++] = (byte) (0x80 | point >> 6 & 0x3F);
                out[n++] = (byte) (0x80 | point & 0x3F);
            } else {
                out[n++] = (byte) (0xE0 | c >> 12);
                out[n++] = (byte) (0x80 | c >> 6 & 0x3F);
                out[n++] = (byte) (0x80 | c & 0x3F);
            }
        }
        return n;
    }

    @Override
    public String toString() {
        return new String(chars, 0, length);
    }
}
