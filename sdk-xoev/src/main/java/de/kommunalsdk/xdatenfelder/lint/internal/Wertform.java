/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder.lint.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.namespace.QName;

/** Values of a Datentyp in the written form of XML Schema: whether they are one, and which is smaller. */
enum Wertform {
    ZAHL(Set.of("num", "num_currency")),
    GANZZAHL(Set.of("num_int")),
    DATUM(Set.of("date")),
    ZEITPUNKT(Set.of("datetime")),
    UHRZEIT(Set.of("time"));

    // longer ones are no limits of a form, and cost time and memory
    private static final int MAX_LAENGE = 60;
    private static final Pattern DEZIMAL = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
    private static final Pattern GANZ = Pattern.compile("[+-]?\\d+");

    private final Set<String> datentypen;

    Wertform(Set<String> datentypen) {
        this.datentypen = datentypen;
    }

    boolean gilt(Bauteil feld) {
        return datentypen.contains(Feldtypen.typ(feld));
    }

    boolean passt(String text) {
        if (text.length() > MAX_LAENGE) {
            return false;
        }
        return switch (this) {
            case ZAHL -> DEZIMAL.matcher(text).matches();
            case GANZZAHL -> GANZ.matcher(text).matches();
            case DATUM -> zeit(text, DatatypeConstants.DATE).isPresent();
            case ZEITPUNKT -> zeit(text, DatatypeConstants.DATETIME).isPresent();
            case UHRZEIT -> zeit(text, DatatypeConstants.TIME).isPresent();
        };
    }

    /** Less than, equal to or more than 0; empty when one is no value of this form or they cannot be compared. */
    OptionalInt vergleiche(String links, String rechts) {
        if (!passt(links) || !passt(rechts)) {
            return OptionalInt.empty();
        }
        if (this == ZAHL || this == GANZZAHL) {
            return OptionalInt.of(new BigDecimal(links).compareTo(new BigDecimal(rechts)));
        }
        int ergebnis = kalender(links).compare(kalender(rechts));
        return ergebnis == DatatypeConstants.INDETERMINATE ? OptionalInt.empty() : OptionalInt.of(ergebnis);
    }

    private static Optional<XMLGregorianCalendar> zeit(String text, QName typ) {
        try {
            XMLGregorianCalendar wert = kalender(text);
            return wert.getXMLSchemaType().equals(typ) ? Optional.of(wert) : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static XMLGregorianCalendar kalender(String text) {
        return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text);
    }
}
