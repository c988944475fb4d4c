/** Path of the program. */
export declare const nodePath: string;
