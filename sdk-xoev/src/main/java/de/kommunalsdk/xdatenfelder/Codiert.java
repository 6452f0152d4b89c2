/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.xdatenfelder;

/** A value of a closed code list of the standard. */
public interface Codiert {

    /** The code as it stands in the file. */
    String code();
}
