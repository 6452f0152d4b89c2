/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.ausdruck;

import java.util.List;

/**
 * What is given, by place: ids joined by dots, with an index behind each repeated one, counted from 1 ({@code
 * G1.G2-2.F3}).
 */
public interface Angaben {

    /** The text at a place; empty when there is none. */
    String wert(String ort);

    /** Whether anything is given at a place or below it; a step without an index means all its entries. */
    boolean gegeben(String ort);

    /** The given entries of a repeated element, by number: {@code G1-1}, {@code G1-3} for {@code G1}. */
    List<String> eintraege(String ort);
}
