/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.internal;

import de.kommunalsdk.error.InvalidInput;
import de.kommunalsdk.xdatenfelder.Muster;
import de.kommunalsdk.xdatenfelder.XdfFehler;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A pattern on java.util.regex, whose reading steps are counted: the engine itself knows no end (forms are public). */
public final class RegexMuster implements Muster {

    private static final int MAX_MUSTER = 2_000;
    private static final int MAX_TEXT = 5_000;
    private static final int MAX_SCHRITTE = 1_000_000;
    private static final long GROSSER_STAPEL = 64L * 1024 * 1024;

    private final String quelle;
    private final Pattern pattern;

    private RegexMuster(String quelle, Pattern pattern) {
        this.quelle = quelle;
        this.pattern = pattern;
    }

    /** See {@link Muster#von}. */
    public static Muster von(String quelle) {
        try {
            return uebersetze(quelle);
        } catch (Abgelehnt e) {
            throw new InvalidInput(e.fehler, e.grund, e);
        }
    }

    /** Prepares a pattern, or says by a fault of this package why not. */
    static RegexMuster uebersetze(String quelle) {
        if (quelle.length() > MAX_MUSTER) {
            throw nicht("länger als " + MAX_MUSTER + " Zeichen");
        }
        try {
            String java = uebersetzt(ohneAnker(quelle));
            // on its own first: "a)(b" must not borrow the brackets around it
            Pattern allein = Pattern.compile(java);
            return new RegexMuster(quelle, Pattern.compile("^(?:" + allein.pattern() + ")$"));
        } catch (PatternSyntaxException e) {
            throw new Abgelehnt(XdfFehler.MUSTER_UNGUELTIG, "Syntax");
        } catch (StackOverflowError e) {
            throw new Abgelehnt(XdfFehler.MUSTER_UNGUELTIG, "zu tief verschachtelt");
        }
    }

    /** Why a pattern is not taken. */
    static final class Abgelehnt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        final XdfFehler fehler;
        final String grund;

        Abgelehnt(XdfFehler fehler, String grund) {
            super(grund);
            this.fehler = fehler;
            this.grund = grund;
        }
    }

    private static String ohneAnker(String quelle) {
        String rest = quelle.startsWith("^") ? quelle.substring(1) : quelle;
        if (!rest.endsWith("$")) {
            return rest;
        }
        int striche = 0;
        for (int i = rest.length() - 2; i >= 0 && rest.charAt(i) == '\\'; i--) {
            striche++;
        }
        return striche % 2 == 0 ? rest.substring(0, rest.length() - 1) : rest;
    }

    /** Refuses what is not regular, and escapes what only Java reads as an operator inside a character class. */
    private static String uebersetzt(String muster) {
        StringBuilder java = new StringBuilder(muster.length() + 16);
        boolean inKlasse = false;
        boolean klassenanfang = false;
        boolean nachWiederholung = false;
        for (int i = 0; i < muster.length(); i++) {
            char zeichen = muster.charAt(i);
            if (zeichen == '\\') {
                int ende = escapeEnde(muster, i);
                java.append(muster, i, ende);
                i = ende - 1;
                klassenanfang = false;
                nachWiederholung = false;
            } else if (inKlasse) {
                if (zeichen == '[') {
                    if (!klassenanfang && muster.charAt(i - 1) == '-') {
                        throw nicht("Subtraktion von Zeichenklassen");
                    }
                    java.append("\\[");
                } else if (zeichen == '&') {
                    java.append("\\&");
                } else if (zeichen == ']' && !klassenanfang) {
                    inKlasse = false;
                    nachWiederholung = false;
                    java.append(']');
                } else {
                    java.append(zeichen == ']' ? "\\]" : String.valueOf(zeichen));
                }
                klassenanfang = klassenanfang && zeichen == '^' && muster.charAt(i - 1) == '[';
            } else {
                boolean wiederholung = "*+?}".indexOf(zeichen) >= 0;
                if (zeichen == '[') {
                    inKlasse = true;
                    klassenanfang = true;
                } else if (zeichen == '(') {
                    pruefeGruppe(muster, i);
                } else if (zeichen == '+' && nachWiederholung) {
                    throw nicht("besitzergreifende Wiederholung");
                }
                nachWiederholung = wiederholung && !nachWiederholung;
                java.append(zeichen);
            }
        }
        return java.toString();
    }

    /** Checks an escape and gives the position behind it, with the braces of a property such as \\p{L}. */
    private static int escapeEnde(String muster, int strich) {
        int stelle = strich + 1;
        if (stelle >= muster.length()) {
            return stelle;
        }
        char zeichen = muster.charAt(stelle);
        if ((zeichen >= '1' && zeichen <= '9') || zeichen == 'k') {
            throw nicht("Rückverweis");
        }
        if ("QEGAzZRXN".indexOf(zeichen) >= 0) {
            throw nicht("Sonderzeichen \\" + zeichen);
        }
        int klammer = muster.indexOf('}', stelle);
        boolean eigenschaft = (zeichen == 'p' || zeichen == 'P') && muster.startsWith("{", stelle + 1) && klammer > 0;
        return eigenschaft ? klammer + 1 : stelle + 1;
    }

    private static void pruefeGruppe(String muster, int stelle) {
        if (!muster.startsWith("(?", stelle) || muster.startsWith("(?:", stelle)) {
            return;
        }
        if (muster.startsWith("(?=", stelle) || muster.startsWith("(?!", stelle)) {
            throw nicht("Vorausschau (look-ahead)");
        }
        if (muster.startsWith("(?<=", stelle) || muster.startsWith("(?<!", stelle)) {
            throw nicht("Rückschau (look-behind)");
        }
        throw nicht("besondere Gruppe (? ...)");
    }

    private static Abgelehnt nicht(String was) {
        return new Abgelehnt(XdfFehler.MUSTER_NICHT_ERLAUBT, was);
    }

    @Override
    public boolean passt(String text) {
        if (text.length() > MAX_TEXT) {
            return false;
        }
        try {
            return passtHier(text);
        } catch (StackOverflowError e) {
            return passtMitGrossemStapel(text);
        }
    }

    private boolean passtHier(String text) {
        try {
            return pattern.matcher(new Schrittzaehler(text, 0, text.length(), new int[] {MAX_SCHRITTE}))
                    .matches();
        } catch (ZuVieleSchritte e) {
            return false;
        }
    }

    /** The engine recurses once per repetition of a group with alternatives: from about 2,000 characters on it needs more. */
    private boolean passtMitGrossemStapel(String text) {
        AtomicBoolean passt = new AtomicBoolean();
        Runnable vergleich = () -> {
            try {
                passt.set(passtHier(text));
            } catch (StackOverflowError e) {
                passt.set(false);
            }
        };
        Thread faden = new Thread(null, vergleich, "kommunalsdk-muster", GROSSER_STAPEL);
        faden.setDaemon(true);
        faden.start();
        try {
            faden.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return passt.get();
    }

    @Override
    public String quelle() {
        return quelle;
    }

    @Override
    public String toString() {
        return quelle;
    }

    private static final class ZuVieleSchritte extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ZuVieleSchritte() {
            super("", null, false, false);
        }
    }

    /** Text that can be read only so often. Keeps no copy. */
    private record Schrittzaehler(String text, int ab, int bis, int[] rest) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (--rest[0] < 0) {
                throw new ZuVieleSchritte();
            }
            return text.charAt(ab + index);
        }

        @Override
        public int length() {
            return bis - ab;
        }

        @Override
        public CharSequence subSequence(int von, int ende) {
            return new Schrittzaehler(text, ab + von, ab + ende, rest);
        }

        @Override
        public String toString() {
            return text.substring(ab, bis);
        }
    }
}
