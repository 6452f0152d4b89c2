/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

/** What a {@link Bauteil} is. */
enum Art {
    STECKBRIEF("dokumentsteckbrief", 'D'),
    SCHEMA("stammdatenschema", 'S'),
    GRUPPE("datenfeldgruppe", 'G'),
    FELD("datenfeld", 'F'),
    REGEL("regel", 'R');

    /** Local name of the element. */
    final String name;

    /** First letter of the id. */
    final char buchstabe;

    Art(String name, char buchstabe) {
        this.name = name;
        this.buchstabe = buchstabe;
    }
}
