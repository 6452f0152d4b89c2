/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste.internal;

import java.math.BigInteger;
import java.util.Comparator;

/** The order of versions; see {@link de.kommunalsdk.codeliste.CodelistenStore#VERSIONEN}. */
public final class Versionsfolge {

    /** Older first; texts that differ only in leading zeros are told apart as texts, so that only equals are equal. */
    public static final Comparator<String> ORDNUNG =
            ((Comparator<String>) Versionsfolge::vergleiche).thenComparing(Comparator.naturalOrder());

    private Versionsfolge() {}

    private static int vergleiche(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endeA = ende(a, i);
            int endeB = ende(b, j);
            String teilA = a.substring(i, endeA);
            String teilB = b.substring(j, endeB);
            int folge = istZiffer(teilA.charAt(0)) && istZiffer(teilB.charAt(0))
                    ? new BigInteger(teilA).compareTo(new BigInteger(teilB))
                    : teilA.compareTo(teilB);
            if (folge != 0) {
                return folge;
            }
            i = endeA;
            j = endeB;
        }
        return Integer.compare(a.length() - i, b.length() - j);
    }

    private static int ende(String text, int anfang) {
        boolean zahl = istZiffer(text.charAt(anfang));
        int ende = anfang + 1;
        while (ende < text.length() && istZiffer(text.charAt(ende)) == zahl) {
            ende++;
        }
        return ende;
    }

    private static boolean istZiffer(char c) {
        return c >= '0' && c <= '9';
    }
}
