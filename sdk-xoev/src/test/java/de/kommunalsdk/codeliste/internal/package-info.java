/* SPDX-License-Identifier: EUPL-1.2 */
/** Tests of what the room of the code lists keeps to itself. */
package de.kommunalsdk.codeliste.internal;
