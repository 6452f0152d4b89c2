/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.forms.definition;

import de.kommunalsdk.xdatenfelder.Datenfeld.Wert;
import de.kommunalsdk.zeichen.Din91379;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds choices of a long list by parts of their names: Muenster finds Münster, and whatever stands first comes first. */
public final class Auswahlsuche {

    /** So many are shown at most. */
    public static final int HOECHSTENS = 50;

    private Auswahlsuche() {}

    /** The matching choices: those whose code it is, whose name begins with it, then all that have each of its words. */
    public static List<Wert> finde(List<Wert> werte, String begriff) {
        String gesucht = form(begriff.strip());
        List<Wert> vorn = new ArrayList<>();
        List<Wert> sonst = new ArrayList<>();
        if (gesucht.isEmpty()) {
            return vorn;
        }
        String[] worte = gesucht.split("\\s+", -1);
        for (Wert wert : werte) {
            String name = form(wert.name());
            if (name.startsWith(gesucht) || wert.code().equalsIgnoreCase(begriff.strip())) {
                vorn.add(wert);
            } else if (enthaelt(name, worte)) {
                sonst.add(wert);
            }
        }
        vorn.addAll(sonst);
        return vorn.size() > HOECHSTENS ? List.copyOf(vorn.subList(0, HOECHSTENS)) : vorn;
    }

    private static boolean enthaelt(String name, String[] worte) {
        for (String wort : worte) {
            if (!name.contains(wort)) {
                return false;
            }
        }
        return true;
    }

    private static String form(String text) {
        return Din91379.suchform(text).toUpperCase(Locale.ROOT);
    }
}
