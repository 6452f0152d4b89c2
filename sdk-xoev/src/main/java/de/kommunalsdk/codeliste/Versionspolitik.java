/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.codeliste;

/** What to do when a code names a version of its list that is not installed. */
public enum Versionspolitik {
    /** It is an error; the code is not looked at. */
    STRENG,
    /** It is a warning, and the code is compared with the newest installed version; a code unknown there is a warning. */
    WARNEN,
    /** A version that is not installed is accepted with all its codes; only a hint says so. */
    UNBEKANNTE_ANNEHMEN
}
