/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import java.util.List;
import java.util.Map;

/**
 * One child of an element as it is written: nothing is converted, so that what is wrong can be named.
 *
 * @param imStandard whether it is in the namespace of XDatenfelder 3
 * @param text own text without outer white space
 */
record Angabe(
        String name,
        boolean imStandard,
        String text,
        Map<String, String> attribute,
        List<Angabe> kinder,
        int zeile,
        int spalte)
        implements Ort {

    /** All children of this name in the standard's namespace. */
    List<Angabe> kinder(String gesucht) {
        return kinder.stream()
                .filter(k -> k.imStandard && k.name.equals(gesucht))
                .toList();
    }

    /** Text of the first child of this name; empty when there is none. */
    String text(String gesucht) {
        return kinder(gesucht).stream().findFirst().map(Angabe::text).orElse("");
    }

    /** The code of a coded element; the child {@code code} is in no namespace (XOEV code type). */
    String code() {
        return kinder.stream()
                .filter(k -> !k.imStandard && k.name.equals("code"))
                .findFirst()
                .map(Angabe::text)
                .orElse("");
    }

    /** Value of an attribute without outer white space; empty when absent. */
    String attribut(String gesucht) {
        return attribute.getOrDefault(gesucht, "").strip();
    }
}
