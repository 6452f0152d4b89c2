/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.pruefung;

import de.kommunalsdk.xml.XmlGrenzen;

/**
 * Limits of one check.
 *
 * @param xml limits of reading
 * @param maxFeld characters of a text whose type the schema restricts itself: such a type may carry a pattern, and the
 *     JDK matches patterns in quadratic time. Texts of the built-in types and of DIN 91379 are not concerned.
 * @param maxBefunde findings after which the check stops
 */
public record Pruefgrenzen(XmlGrenzen xml, int maxFeld, int maxBefunde) {

    /** 32 MB, 200 levels, 500,000 elements, texts of 1,000,000 characters, restricted ones of 10,000; 100 findings. */
    public static final Pruefgrenzen STANDARD =
            new Pruefgrenzen(new XmlGrenzen(32L * 1024 * 1024, 200, 500_000, 1_000_000), 10_000, 100);

    public Pruefgrenzen {
        if (maxFeld < 1 || maxBefunde < 1) {
            throw new IllegalArgumentException("Pruefgrenzen: jede Grenze ist mindestens 1");
        }
    }
}
