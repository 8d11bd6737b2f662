package org.citybrain.matching.columns;

import org.citybrain.matching.standard.Nicknames;
import org.citybrain.matching.standard.TextBuffer;

/**
 * The words of each text of a dictionary: between blanks, and for a run of Chinese signs each two neighbours. A word of
 * a text counts once, at most sixteen words of a text are kept.
 */
public final class WordTable {
    private static final int MOST = 16;

    private final Dictionary texts;
    private final Dictionary words = new Dictionary();
    private final IntColumn starts = new IntColumn();
    private final IntColumn members = new IntColumn();
    private final IntColumn fullNames = new IntColumn();
    private final TextBuffer text = new TextBuffer();
    private final TextBuffer word = new TextBuffer();

    WordTable(Dictionary texts) {
        this.texts = texts;
        starts.add(0);
    }

    public Dictionary words() {
        return words;
    }

    /** How many words a text has. */
    public int size(int code) {
        cutUpTo(code);
        return starts.get(code + 1) - starts.get(code);
    }

    /** The number of a text's word. */
    public int word(int code, int i) {
        return members.get(starts.get(code) + i);
    }

    /** The number of the full name that a word stands for; its own when it is no nickname. */
    public int fullName(int word) {
        while (fullNames.size() <= word) {
            int next = fullNames.size();
            String written = words.text(next);
            String full = Nicknames.full(written);
            text.clear();
            fullNames.add(full.equals(written) ? next : words.intern(text.append(full)));
        }
        return fullNames.get(word);
    }

    /** Cuts all texts that came since, and counts in how many records each word stands. */
    public void cutAll() {
        cutUpTo(texts.size() - 1);
    }

    /** Cuts all texts and looks up all full names, so that several threads may read. */
    public void complete() {
        cutAll();
        fullName(words.size() - 1);
    }

    private void cutUpTo(int code) {
        while (starts.size() <= code + 1) {
            cut(starts.size() - 1);
            starts.add(members.size());
        }
    }

    private void cut(int code) {
        texts.read(code, text);
        int first = members.size();
        int from = 0;
        for (int i = 0; i <= text.length() && members.size() - first < MOST; i++) {
            boolean end = i == text.length() || text.charAt(i) == ' ';
            if (!end && isChinese(text.charAt(i)) && i + 1 < text.length() && isChinese(text.charAt(i + 1))) {
                add(code, first, i, i + 2);
            }
            if (end) {
                if (i > from && !(i - from > 1 && isChinese(text.charAt(from)) && isChinese(text.charAt(i - 1)))) {
                    add(code, first, from, i);
                }
                from = i + 1;
            }
        }
    }

    private static boolean isChinese(char c) {
        return c >= '\u3400' && c <= '\u9FFF';
    }

    private void add(int code, int first, int from, int to) {
        word.clear();
        for (int i = from; i < to; i++) {
            word.append(text.charAt(i));
        }
        int number = words.intern(word);
        for (int i = first; i < members.size(); i++) {
            if (members.get(i) == number) {
                return;
            }
        }
        words.addCount(number, texts.count(code));
        members.add(number);
    }
}
