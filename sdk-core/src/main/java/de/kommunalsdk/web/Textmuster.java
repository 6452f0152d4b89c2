/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.web;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text, divided once at its values: a page has a hundred of them. {@code teile} has one part more than {@code nummern}. */
record Textmuster(List<String> teile, List<Integer> nummern) {

    private static final Pattern LUECKE = Pattern.compile("\\{(\\d)}");

    Textmuster {
        teile = List.copyOf(teile);
        nummern = List.copyOf(nummern);
    }

    static Textmuster von(String text) {
        List<String> teile = new ArrayList<>();
        List<Integer> nummern = new ArrayList<>();
        int bis = 0;
        for (Matcher m = LUECKE.matcher(text); m.find(); bis = m.end()) {
            teile.add(text.substring(bis, m.start()));
            nummern.add(Integer.valueOf(m.group(1)));
        }
        teile.add(text.substring(bis));
        return new Textmuster(teile, nummern);
    }

    /** A value that is not given leaves its gap as it is, so that nobody overlooks it. */
    String mit(Locale sprache, Object... werte) {
        if (nummern.isEmpty()) {
            return teile.get(0);
        }
        StringBuilder ziel = new StringBuilder(64).append(teile.get(0));
        for (int i = 0; i < nummern.size(); i++) {
            int nummer = nummern.get(i);
            Object wert = nummer < werte.length ? werte[nummer] : "{" + nummer + "}";
            ziel.append(wert instanceof Number zahl ? zahl(sprache, zahl) : wert)
                    .append(teile.get(i + 1));
        }
        return ziel.toString();
    }

    private static String zahl(Locale sprache, Number zahl) {
        long ganze = zahl.longValue();
        return zahl.doubleValue() == ganze && Math.abs(ganze) < 1000
                ? Long.toString(ganze)
                : NumberFormat.getInstance(sprache).format(zahl);
    }
}
