/* SPDX-License-Identifier: EUPL-1.2 */
package de.kommunalsdk.schluessel;

/** What stands behind the colon of a DVDV key; no list says it, each service decides. */
public enum Ziffernform {
    /** Any digits. */
    BELIEBIG,
    /** An AGS of a municipality that exists, as far as the list goes. */
    AGS,
    /** An ARS of a municipality that exists, as far as the list goes. */
    ARS
}
